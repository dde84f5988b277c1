package org.millrace.party;

import java.util.Optional;
import java.util.regex.Pattern;
import org.millrace.shared.Code;
import org.millrace.shared.Problems;

/** Somebody who works for a party, and what he does there. */
public record Contact(
    String name, Optional<String> function, Optional<String> phone, Optional<String> email) {
  private static final int LONGEST = 200;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final Pattern PHONE =
      Pattern.compile("(?=(\\D*\\d){3})[+(\\d][\\d ()/.-]{2,38}( ?(ext|x|-)\\.? ?\\d{1,6})?");

  public Contact {
    name = Code.checked("name", "contact name", name, LONGEST);
    function = function.map(text -> Code.checked("function", text, LONGEST));
    phone = phone.map(Contact::phone);
    email = email.map(Contact::email);
  }

  /** A phone number as people write it, refused unless it is one. */
  static String phone(String text) {
    String phone = Code.checked("phone", text, 50);
    new Problems()
        .require(PHONE.matcher(phone).matches(), "phone", phone, "a number such as +49 89 1234567")
        .refuse("The phone number cannot be used");
    return phone;
  }

  /** An e-mail address, refused unless it is one. */
  static String email(String text) {
    String email = Code.checked("email", text, LONGEST);
    new Problems()
        .require(EMAIL.matcher(email).matches(), "email", email, "one such as anna@example.com")
        .refuse("The e-mail address cannot be used");
    return email;
  }
}
