"""様式の設定: the office's own words and habits of its papers, and its stock sentences."""
