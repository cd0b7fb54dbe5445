"""Addresses of programmes, consents and orders."""

from django.urls import path

from mentoring.programs.views import cards, ends, goals, items, library, listing, plans, signing, terms
from mentoring.programs.views import path as way

app_name = "programs"
urlpatterns = [
    path("programs/", listing.program_list_page, name="program_list"),
    path("programs/export/", listing.program_export, name="program_export"),
    path("programs/path/", way.path, name="path"),
    path("programs/terms/", terms.defaults, name="defaults"),
    path("programs/signing/", signing.signing, name="signing"),
    path("programs/consents/<uuid:public_id>/decline/", signing.consent_decline, name="consent_decline"),
    path("programs/orders/<uuid:public_id>/redraft/", way.order_redraft, name="order_redraft"),
    path("programs/<uuid:public_id>/", cards.program_detail, name="program_detail"),
    path("programs/<uuid:public_id>/shape/", plans.program_shape, name="program_shape"),
    path("programs/<uuid:public_id>/note/", plans.program_note, name="program_note"),
    path("programs/<uuid:public_id>/dates/", plans.program_respread, name="program_respread"),
    path("programs/<uuid:public_id>/considered/", plans.program_consideration, name="program_consideration"),
    path("programs/<uuid:public_id>/terms/", terms.program_terms, name="program_terms"),
    path("programs/<uuid:public_id>/library/", library.library, name="library"),
    path("programs/<uuid:public_id>/agree/", cards.program_agree, name="program_agree"),
    path("programs/<uuid:public_id>/accept/", cards.program_accept, name="program_accept"),
    path("programs/<uuid:public_id>/word/", cards.program_paper, {"form": "word"}, name="program_word"),
    path("programs/<uuid:public_id>/pdf/", cards.program_paper, {"form": "pdf"}, name="program_pdf"),
    path("programs/<uuid:public_id>/replace/", cards.program_replace, name="program_replace"),
    path("programs/<uuid:public_id>/step-out/", cards.step_out, name="step_out"),
    path("programs/<uuid:public_id>/end/", ends.end_notice, name="end_notice"),
    path("programs/<uuid:public_id>/end/take-back/", ends.end_take_back, name="end_take_back"),
    path("programs/<uuid:public_id>/items/add/", items.item_add, name="item_add"),
    path("programs/<uuid:public_id>/items/<uuid:item_id>/edit/", items.item_edit, name="item_edit"),
    path("programs/<uuid:public_id>/items/<uuid:item_id>/up/", items.item_move, {"up": True}, name="item_up"),
    path("programs/<uuid:public_id>/items/<uuid:item_id>/down/", items.item_move, {"up": False}, name="item_down"),
    path("programs/<uuid:public_id>/items/<uuid:item_id>/remove/", items.item_remove, name="item_remove"),
    path("programs/<uuid:public_id>/items/<uuid:item_id>/restore/", items.item_restore, name="item_restore"),
    path("programs/<uuid:public_id>/items/<uuid:item_id>/agree/", items.item_agree, name="item_agree"),
    path("programs/<uuid:public_id>/goals/add/", goals.goal_add, name="goal_add"),
    path("programs/<uuid:public_id>/goals/<uuid:goal_id>/edit/", goals.goal_edit, name="goal_edit"),
    path("programs/<uuid:public_id>/goals/<uuid:goal_id>/remove/", goals.goal_remove, name="goal_remove"),
    path("programs/<uuid:public_id>/goals/<uuid:goal_id>/restore/", goals.goal_restore, name="goal_restore"),
]
