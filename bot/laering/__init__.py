"""The teacher: a first-week course, questions made from the catalogue and the rules, and when to ask them again."""
