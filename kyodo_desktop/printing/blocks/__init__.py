"""Draws a form that is made of blocks: one module for each family of blocks."""
