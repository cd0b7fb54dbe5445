"""Addresses of matching."""

from django.urls import path

from mentoring.matching.views import choosing, mentors, needs, pairs, readiness, requests, slips

app_name = "matching"
urlpatterns = [
    path("needs/", needs.need_list, name="need_list"),
    path("needs/confirm/", needs.need_confirm, name="need_confirm"),
    path("needs/add/", needs.need_add, name="need_add"),
    path("needs/export/", needs.need_export, name="need_export"),
    path("needs/year/", needs.update_list, name="update_list"),
    path("needs/year/confirm/", needs.update_complete, name="update_complete"),
    path("needs/<uuid:public_id>/", needs.need_detail, name="need_detail"),
    path("needs/<uuid:public_id>/reconsider/", needs.need_reconsider, name="need_reconsider"),
    path("needs/person/<uuid:public_id>/not-required/", needs.need_dismiss, name="need_dismiss"),
    path("request/", requests.own_request, name="own_request"),
    path("request/withdraw/", requests.own_request_withdraw, name="own_request_withdraw"),
    path("mentors/", mentors.mentor_list, name="mentor_list"),
    path("mentors/admit/", mentors.mentor_admit, name="mentor_admit"),
    path("mentors/add/", mentors.mentor_add, name="mentor_add"),
    path("mentors/export/", mentors.mentor_export, name="mentor_export"),
    path("mentors/wish/", mentors.mentor_wish, name="mentor_wish"),
    path("mentors/<uuid:public_id>/", mentors.mentor_detail, name="mentor_detail"),
    path("mentors/<uuid:public_id>/edit/", mentors.mentor_edit, name="mentor_edit"),
    *(
        path(f"mentors/<uuid:public_id>/{verb}/", mentors.mentor_move, {"verb": verb}, name=f"mentor_{verb}_verb")
        for verb in ("admit", "pause", "resume", "leave", "return")
    ),
    path("readiness/", readiness.readiness_list, name="readiness_list"),
    path("readiness/review/", readiness.readiness_review, name="readiness_review"),
    path("readiness/ask/", readiness.readiness_ask, name="readiness_ask"),
    path("readiness/talk/", readiness.readiness_talk, name="readiness_talk"),
    path("readiness/slips/", readiness.readiness_slips, name="readiness_slips"),
    path("readiness/<uuid:public_id>/", readiness.readiness_answer, name="readiness_answer"),
    path("answer/", slips.slip_enter, name="slip_enter"),
    path("answer/<slug:code>/", slips.slip, name="slip"),
    path("restricted/", readiness.restricted_journal, name="restricted_journal"),
    path("pairs/", pairs.mentorship_list, name="mentorship_list"),
    path("pairs/choose/", choosing.choose_all, name="choose_all"),
    path("pairs/choose/<uuid:public_id>/", choosing.choose_one, name="choose_one"),
    path("pairs/decide/", pairs.mentorship_decide, name="mentorship_decide"),
    path("pairs/announce/", pairs.mentorship_announce, name="mentorship_announce"),
    path("pairs/export/", pairs.mentorship_export, name="mentorship_export"),
    path("pairs/<uuid:public_id>/", pairs.mentorship_detail, name="mentorship_detail"),
    path("pairs/<uuid:public_id>/cancel/", pairs.mentorship_cancel, name="mentorship_cancel"),
    path("pairs/<uuid:public_id>/add/", pairs.mentee_add, name="mentee_add"),
]
