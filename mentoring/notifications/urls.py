"""Addresses of messages."""

from django.urls import path

from mentoring.notifications.views import inbox

app_name = "notifications"
urlpatterns = [
    path("messages/", inbox.message_list, name="message_list"),
    path("messages/read/", inbox.read_all, name="read_all"),
    path("messages/<uuid:public_id>/open/", inbox.open_message, name="open"),
]
