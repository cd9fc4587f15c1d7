"""Looking back: what came of each round, and the projects of former years."""
