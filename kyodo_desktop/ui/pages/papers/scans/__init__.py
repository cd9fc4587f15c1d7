"""スキャン: papers that come home, looked at one after the other."""
