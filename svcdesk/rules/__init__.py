"""The law and the hall's rules: plain values in, plain values out."""
