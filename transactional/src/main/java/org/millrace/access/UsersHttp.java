package org.millrace.access;

import java.util.List;
import java.util.Set;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The users, for the admin alone. */
@RestController
@RequestMapping("/api/users")
class UsersHttp {
  private static final int SHORTEST_PASSWORD = 10;
  private static final int LONGEST_PASSWORD = 72;

  private final UsersJdbc users;
  private final PasswordEncoder passwords;

  UsersHttp(UsersJdbc users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  record NewUser(String name, String password, Set<UserRole> roles) {}

  record Change(Set<UserRole> roles, boolean active) {}

  record NewPassword(String password) {}

  @GetMapping
  List<User> all() {
    return users.all();
  }

  @PostMapping
  ResponseEntity<User> add(@RequestBody NewUser asked) {
    Version first = new Version(1);
    User user = new User(asked.name(), asked.roles(), true, first);
    if (!users.add(user.name(), hashed(asked.password()), user.roles())) {
      throw Refused.conflict("There is a user " + user.name() + " already: choose another name.");
    }
    return Replies.created(user, first);
  }

  @PutMapping("/{name}")
  ResponseEntity<User> change(
      @PathVariable String name,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Change asked) {
    expected.check("User " + name, users.named(name).version().number());
    users.change(new User(name, asked.roles(), asked.active(), expected));
    return replied(name);
  }

  @PutMapping("/{name}/password")
  ResponseEntity<User> changePassword(
      @PathVariable String name,
      @RequestHeader("If-Match") Version expected,
      @RequestBody NewPassword asked) {
    expected.check("User " + name, users.named(name).version().number());
    users.changePassword(name, hashed(asked.password()));
    return replied(name);
  }

  private ResponseEntity<User> replied(String name) {
    User user = users.named(name);
    return Replies.ok(user, user.version());
  }

  private String hashed(String password) {
    int bytes = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    new Problems()
        .require(
            password.length() >= SHORTEST_PASSWORD && bytes <= LONGEST_PASSWORD,
            "password",
            password.length() + " characters",
            SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD)
        .refuse("The password cannot be used");
    return passwords.encode(password);
  }
}
