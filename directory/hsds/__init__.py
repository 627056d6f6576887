"""The directory in Open Referral UK's JSON (HSDS-UK 3.0): as the public may see it, and back."""
