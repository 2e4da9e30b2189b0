"""Questions with their right answers, written from the law and the reports: a development set and a test set."""
