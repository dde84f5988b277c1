package org.millrace.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.access.factor.SecondFactors;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.AuditTrail;
import org.millrace.web.OutsideCommand;
import org.millrace.web.RequestRefused;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The visitor's own second factor: set up, recovered from, switched off. */
@RestController
@RequestMapping(SecondFactorHttp.PATH)
class SecondFactorHttp {
  static final String PATH = "/api/session/second-factor";

  private final SecondFactors factors;
  private final SecondFactorCheck check;
  private final LoginTokensHttp login;
  private final TokensJdbc tokens;
  private final Visitor.Demand demand;
  private final AuditTrail audit;

  SecondFactorHttp(
      SecondFactors factors,
      SecondFactorCheck check,
      LoginTokensHttp login,
      TokensJdbc tokens,
      Visitor.Demand demand,
      AuditTrail audit) {
    this.factors = factors;
    this.check = check;
    this.login = login;
    this.tokens = tokens;
    this.demand = demand;
    this.audit = audit;
  }

  /** Since when it is on, how many recovery codes are left, and whether a role asks for it. */
  record State(Optional<Instant> since, int recoveryCodesLeft, boolean demanded) {}

  record OwnPassword(String password) {}

  record Code(String code) {}

  record PasswordAndCode(String password, String code) {}

  /** Told in this answer only; each opens one session in the place of a code. */
  record RecoveryCodes(List<String> recoveryCodes) {}

  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  State state() {
    Visitor visitor = VisitorsHttp.current();
    SecondFactors.State state = factors.of(visitor.caller().user());
    return new State(state.since(), state.recoveryCodesLeft(), isDemanded(visitor));
  }

  /** Makes a secret for the user's device; it counts once a code of it is confirmed. */
  @PostMapping
  @OutsideCommand("The secret is told once, so its answer must not be kept")
  @RequiresPermission(RequiresPermission.LOGIN)
  SecondFactors.Enrolment begin(@RequestBody OwnPassword given) {
    String user = personWith(given.password()).caller().user();
    if (factors.of(user).since().isPresent()) {
      throw Refused.conflict("You have a second factor. Switch it off before you set up another.");
    }
    return factors.begin(user);
  }

  /** Switches the second factor on and ends the user's other sessions. */
  @PutMapping
  @OutsideCommand("The recovery codes are told once, so the answer must not be kept")
  @RequiresPermission(RequiresPermission.LOGIN)
  RecoveryCodes confirm(@RequestBody Code given) {
    Visitor visitor = person();
    String user = visitor.caller().user();
    Optional<List<String>> codes = factors.confirm(user, given.code());
    new Problems()
        .require(codes.isPresent(), "code", given.code(), "what your device shows now")
        .refuse("The second factor cannot be switched on");
    tokens.endSessions(user, Optional.of(visitor.token().id()));
    audit.note(user, "PUT", PATH, 200);
    return new RecoveryCodes(codes.orElseThrow());
  }

  /** Tells new recovery codes; those before end. */
  @PostMapping("/recovery-codes")
  @OutsideCommand("The recovery codes are told once, so the answer must not be kept")
  @RequiresPermission(RequiresPermission.LOGIN)
  RecoveryCodes renew(@RequestBody PasswordAndCode given) {
    String user = personWith(given.password()).caller().user();
    requireCode(user, given.code());
    audit.note(user, "POST", PATH + "/recovery-codes", 200);
    return new RecoveryCodes(factors.renewRecoveryCodes(user));
  }

  /** Switches the second factor off, unless a role of the user asks for one. */
  @PostMapping("/removal")
  @OutsideCommand("The code that it takes is used up whatever is answered")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<Void> remove(@RequestBody PasswordAndCode given) {
    Visitor visitor = personWith(given.password());
    String user = visitor.caller().user();
    if (isDemanded(visitor)) {
      throw Refused.conflict("A role of yours asks for a second factor; it cannot be off.");
    }
    requireCode(user, given.code());
    factors.remove(user);
    audit.note(user, "POST", PATH + "/removal", 204);
    return ResponseEntity.noContent().build();
  }

  private boolean isDemanded(Visitor visitor) {
    return demand.concerns(visitor.caller().user(), visitor.token().grants());
  }

  private void requireCode(String user, String code) {
    if (factors.of(user).since().isEmpty()) {
      throw Refused.conflict("You have no second factor. Set it up: POST " + PATH);
    }
    check
        .lacking(user, Optional.of(code))
        .ifPresent(
            lacking -> {
              if (lacking.status() == 401) { // the session is good, so the field is named instead
                new Problems()
                    .require(false, "code", code, "what your device shows now, each code once")
                    .refuse("This needs your second factor");
              }
              throw new RequestRefused(lacking);
            });
  }

  private Visitor personWith(String password) {
    Visitor visitor = person();
    new Problems()
        .require(
            login.isPassword(visitor.caller().user(), password),
            "password",
            "another password",
            "your password")
        .refuse("The second factor cannot be changed");
    return visitor;
  }

  private static Visitor person() {
    Visitor visitor = VisitorsHttp.current();
    if (visitor.token().scopes().isPresent()) {
      throw Refused.forbidden("An API key has nothing to do with a second factor");
    }
    return visitor;
  }
}
