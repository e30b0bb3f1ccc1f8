"""Words as data: the planner's knowledge of apps, nouns, fields, verbs and limits."""
