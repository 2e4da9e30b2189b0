"""Dated parameters, conditions, evaluation and explanation. Decides; says nothing."""
