"""Counter mode: who is it, what is open, what was said. It opens from anywhere while the telephone rings."""
