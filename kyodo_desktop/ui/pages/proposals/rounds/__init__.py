"""募集回: a round of a programme, on the page 提案受付."""
