"""The words that choice fields take, with their English labels, in the order that lists show.

Sources: follow-up statuses, trends and assessments as Swedish municipalities print them in their
annual follow-ups; document kinds from their governing documents (styrdokument).
"""

DOCUMENT_KIND = {
    "strategy": "Strategy",
    "program": "Programme",
    "plan": "Plan",
    "policy": "Policy",
    "guideline": "Guideline",
    "rules": "Rules",
}
STRATEGY_STATUS = {
    "draft": "Draft",
    "consultation": "Out for consultation",
    "proposal": "Proposal",
    "adopted": "Adopted",
    "repealed": "Repealed",
}
NUMBERING = {"none": "No numbers", "decimal": "Decimal numbers"}
SECTION_CONTENT = {
    "prose": "Text only",
    "vision": "Vision",
    "hallmarks": "Overall hallmarks",
    "areas": "Areas",
    "definitions": "Definitions",
    "activities": "Activity plan",
    "alignment": "Chain of goals",
    "indicators": "Indicators",
    "workgroup": "Workgroup",
    "decisions": "Decisions",
    "consultation": "Consultation",
}
SECTION_STATUS = {
    "not_started": "Not begun",
    "in_progress": "In progress",
    "done": "Done",
    "approved": "Approved",
}
DECISION_KIND = {
    "commission": "Commission",
    "consultation": "Decision on consultation",
    "proposal": "Decision on proposal",
    "adoption": "Adoption",
    "revision": "Revision",
    "follow_up": "Decision on follow-up",
}
DECISION_ABOUT = {"strategy": "The strategy", "activity_plan": "The activity plan"}
PAPER_KIND = {
    "proposal": "Official memorandum",
    "minutes": "Extract from the minutes",
    "consultation": "Consultation version",
    "consultation_summary": "Consultation report",
}
PRIORITY = {"1": "1 - High", "2": "2 - Medium", "3": "3 - Low"}
STAGE = {"proposed": "Proposed", "accepted": "Accepted", "declined": "Declined"}
ACTIVITY_STATUS = {
    "not_started": "Not started",
    "started": "Started",
    "done": "Completed",
    "continuous": "Carried out continuously",
    "delayed": "Delayed",
    "cancelled": "Cancelled",
}
GOAL_LEVEL = {
    "international": "International",
    "eu": "EU",
    "national": "National",
    "regional": "Regional",
    "local": "Local",
}
CONSULTATION_KIND = {"dialogue": "Citizen dialogue", "remiss": "Referral"}
POSITION = {"approves": "Approves", "rejects": "Rejects", "abstains": "Abstains"}
HANDLING = {
    "accepted": "Accepted",
    "partly": "Partly accepted",
    "rejected": "Not accepted",
    "noted": "Noted",
}
ROUND_KIND = {"proposals": "Proposals from units", "follow_up": "Follow-up"}
TREND = {
    "positive": "Positive",
    "unchanged": "Unchanged",
    "negative": "Negative",
    "missing": "No trend",
}
ASSESSMENT = {
    "reachable": "Can be reached",
    "partly": "Can be partly reached",
    "hard": "Hard to reach",
    "not_assessed": "Not assessed",
}
ANSWER_HANDLING = {"waits": "To be looked at", "taken": "Taken", "left": "Left out"}
