"""様式: papers are made, issued and followed until they are filed."""
