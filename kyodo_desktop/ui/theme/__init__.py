"""How everything looks: tokens, sizes, fonts, icons, and the one stylesheet made from them."""
