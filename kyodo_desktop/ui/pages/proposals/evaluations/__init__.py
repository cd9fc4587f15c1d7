"""評価・振り返り・中間評価 of a proposal."""
