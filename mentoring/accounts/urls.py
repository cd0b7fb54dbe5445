"""Addresses of access: entering by a code, own access, roles, access of the staff, the demo."""

from django.urls import path

from mentoring.accounts.views import demo, entry, factors, own, people, posts

app_name = "accounts"
urlpatterns = [
    path("entry/", entry.code_entry, name="code_entry"),
    path("entry/choose/", entry.choose, name="choose"),
    path("entry/<str:code>/", entry.code_link, name="code_link"),
    path("forgotten/", entry.forgotten, name="forgotten"),
    path("display/", own.display, name="display"),
    path("demo/", demo.demo, name="demo"),
    path("demo/enter/", demo.enter, name="demo_enter"),
    path("access/", own.profile, name="profile"),
    path("access/login/", own.login_name, name="login_name"),
    path("access/email/", own.email, name="email"),
    path("access/password/", own.password, name="password"),
    path("access/sessions/close/", own.close_sessions, name="close_sessions"),
    path("access/second/", factors.second_factor, name="second_factor"),
    path("roles/", posts.post_list, name="post_list"),
    path("roles/export/", posts.post_export, name="post_export"),
    path("roles/add/", posts.post_add, name="post_add"),
    path("roles/people/", posts.options, name="person_options"),
    path("roles/<uuid:public_id>/", posts.post_detail, name="post_detail"),
    path("roles/<uuid:public_id>/revoke/", posts.post_revoke, name="post_revoke"),
    path("roles/<uuid:public_id>/confirm/", posts.post_confirm, name="post_confirm"),
    path("roles/<uuid:public_id>/deputy/", posts.post_deputy, name="post_deputy"),
    path("staff-access/", people.people_list, name="people_list"),
    path("staff-access/export/", people.people_export, name="people_export"),
    path("staff-access/slips/", people.slips, name="slips"),
    path("staff-access/<uuid:public_id>/", people.person_access, name="person_access"),
    path("staff-access/<uuid:public_id>/block/", people.block, name="block"),
    path("staff-access/<uuid:public_id>/unblock/", people.unblock, name="unblock"),
    path("staff-access/<uuid:public_id>/cancel/", people.cancel, name="cancel_codes"),
    path("staff-access/<uuid:public_id>/forget-factor/", people.forget_factor, name="forget_factor"),
]
