"""こだいら人財の森 in the window: on a partner's card, and looked up against each other."""
