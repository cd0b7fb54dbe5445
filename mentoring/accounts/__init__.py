"""Users and sign-in, posts (role + organisation + period) and ties between people; together they make `request.actor`.

Sign-in is by name or own e-mail, an e-mail is not unique; invitation and reset by link or printed one-time code; the
second factor (TOTP or passkey) is asked of those who see other people's data (R-3.1, R-2.5).
"""
