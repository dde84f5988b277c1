package org.millrace.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.millrace.access.openid.IdTokens;
import org.millrace.access.openid.OpenId;
import org.millrace.web.AuditTrail;
import org.millrace.web.CallerAddress;
import org.millrace.web.FewAtOnce;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.millrace.web.RequiresPermission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges what an issuer of OpenID Connect says of somebody for the token of a session. */
@RestController
class OpenIdHttp {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdHttp.class);
  private static final String PATH = "/api/login/openid";
  private static final String NOBODY = "nobody";
  private static final ProblemAnswer WRONG =
      ProblemAnswer.of(
          ProblemType.LOGIN_FAILED,
          "The token is not of the issuer, not for this client, too old, or was used before.");

  private final OpenId openId;
  private final OpenIdUsersJdbc users;
  private final LoginTokensHttp login;
  private final AuditTrail audit;

  OpenIdHttp(OpenId openId, OpenIdUsersJdbc users, LoginTokensHttp login, AuditTrail audit) {
    this.openId = openId;
    this.users = users;
    this.login = login;
    this.audit = audit;
  }

  /** The ID token, as the issuer gave it to the client a moment ago. */
  record IdToken(String idToken) {}

  @PostMapping(PATH)
  @RequiresPermission(RequiresPermission.NONE)
  @OutsideCommand("The token of the session is told once, so the answer must not be kept")
  @LargestBody(32 * 1024)
  @FewAtOnce(12)
  LoginTokensHttp.Token login(@RequestBody IdToken given, HttpServletRequest request) {
    IdTokens tokens =
        openId
            .tokens()
            .orElseThrow(
                () ->
                    refused(
                        request,
                        NOBODY,
                        ProblemAnswer.of(
                            ProblemType.NOT_FOUND, "This core logs in nobody by OpenID Connect")));
    IdTokens.Identity identity =
        identity(tokens, given, request)
            .filter(told -> users.useOnce(given.idToken(), told.until()))
            .orElseThrow(() -> refused(request, NOBODY, WRONG));
    User user =
        users
            .user(identity, openId.settings().orElseThrow())
            .orElseThrow(
                () ->
                    refused(
                        request,
                        identity.user(),
                        ProblemAnswer.of(
                            ProblemType.FORBIDDEN,
                            identity.user()
                                + " has no user here, or none of the roles. Ask an"
                                + " administrator.")));
    LoginTokensHttp.Token token = login.openFromIssuer(user);
    audit.note(user.name(), "POST", PATH, 200);
    return token;
  }

  private Optional<IdTokens.Identity> identity(
      IdTokens tokens, IdToken given, HttpServletRequest request) {
    try {
      return tokens.identity(given.idToken());
    } catch (IllegalStateException away) {
      LOG.warn("{}", away.getMessage(), away.getCause());
      throw refused(
          request,
          NOBODY,
          ProblemAnswer.of(ProblemType.ISSUER_AWAY, away.getMessage() + ". Try again."));
    }
  }

  private RequestRefused refused(HttpServletRequest request, String user, ProblemAnswer answer) {
    LOG.warn(
        "{} {} by OpenID Connect from {}: {}",
        answer.status(),
        answer.title(),
        CallerAddress.of(request),
        answer.detail());
    if (answer.status() == 401 || answer.status() == 403) {
      audit.refused(user, CallerAddress.of(request), "POST", PATH, answer.status());
    }
    return new RequestRefused(answer);
  }
}
