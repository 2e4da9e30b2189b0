"""Tiltakslosen: a Norwegian assistant for people who advise refugees and other immigrants about measures."""
