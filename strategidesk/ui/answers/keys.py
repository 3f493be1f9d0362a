"""What the page of answers and the window call each other's parts by."""

PAGE = "answers"
FOLLOW_UP = "follow_up"  # the page that it belongs to

# commands
READ = "read_answers"
JUDGE = "judge_answers"
TAKE = "take_answers"
REPORT = "save_answers_report"
PUT_AWAY = "put_away_answers"
