"""Ground that every other room stands on: errors, clock, language, paths, resources."""
