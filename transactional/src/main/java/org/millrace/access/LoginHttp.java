package org.millrace.access;

import org.millrace.web.ProblemAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginHttp {
  private static final ProblemAnswer WRONG =
      ProblemAnswer.of(
          401,
          "Login failed",
          "The user or the password is wrong. The first admin's password lies in the file"
              + " admin.password among the secrets.");

  private final LoginTokensHttp login;

  LoginHttp(LoginTokensHttp login) {
    this.login = login;
  }

  record Credentials(String user, String password) {}

  @PostMapping("/api/login")
  ResponseEntity<?> login(@RequestBody Credentials given) {
    return login
        .with(given.user(), given.password())
        .<ResponseEntity<?>>map(ResponseEntity::ok)
        .orElseGet(
            () ->
                ResponseEntity.status(401)
                    .contentType(MediaType.parseMediaType(ProblemAnswer.MEDIA_TYPE))
                    .body(WRONG));
  }
}
