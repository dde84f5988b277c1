package org.millrace.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.access.factor.SecondFactors;
import org.millrace.access.role.Grant;
import org.millrace.access.role.Roles;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.settings.CoreSettings;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The users, for who manages them. */
@RestController
@RequestMapping("/api/users")
class UsersHttp {
  private final UsersJdbc users;
  private final ManageUsers manage;
  private final SecondFactors factors;
  private final Roles roles;
  private final CoreSettings.Segregation segregation;

  UsersHttp(
      UsersJdbc users,
      ManageUsers manage,
      SecondFactors factors,
      Roles roles,
      CoreSettings settings) {
    this.users = users;
    this.factors = factors;
    this.manage = manage;
    this.roles = roles;
    this.segregation = settings.access().segregation();
  }

  /**
   * {@code roles} are those for all companies; {@code grants} those for single ones, and those that
   * hold in some regions, for one company or for all of them ('*').
   */
  record NewUser(
      String name,
      String password,
      Optional<Set<String>> roles,
      Optional<Set<GivenRole>> grants,
      Optional<Boolean> mustChangePassword) {}

  record RolesAndState(
      Optional<Set<String>> roles, Optional<Set<GivenRole>> grants, boolean active) {}

  /** A role for a company, and the regions in which its permissions by region hold. */
  record GivenRole(String company, String role, Optional<Set<String>> regions) {
    Grant grant() {
      return new Grant(company, role, regions.orElse(Set.of()));
    }
  }

  record NewPassword(String password, Optional<Boolean> mustChangePassword) {}

  /** A user; warnings tell what one person should not be allowed together. */
  record UserAnswer(
      String name,
      List<String> roles,
      List<Grant> grants,
      boolean active,
      boolean mustChangePassword,
      boolean secondFactor,
      Version version,
      List<String> warnings) {}

  @GetMapping
  @RequiresPermission("user.manage")
  @ListOf(UsersJdbc.UserColumns.class)
  ListAnswer<UserAnswer> page(@RequestParam MultiValueMap<String, String> query) {
    ListAnswer<User> page = users.page(ListRequest.of(query));
    return page.with(page.rows().stream().map(this::answer).toList());
  }

  @GetMapping("/{name}")
  @RequiresPermission("user.manage")
  ResponseEntity<UserAnswer> one(@PathVariable String name) {
    return replied(users.named(name));
  }

  @PostMapping
  @RequiresPermission("user.manage")
  ResponseEntity<UserAnswer> add(@RequestBody NewUser asked) {
    User user =
        new User(
            asked.name(),
            grants(asked.roles(), asked.grants()),
            true,
            asked.mustChangePassword().orElse(false),
            new Version(1));
    manage.add(user, asked.password());
    return Replies.created(answer(user), user.version());
  }

  /** Ends the user's sessions. */
  @PutMapping("/{name}")
  @RequiresPermission("user.manage")
  ResponseEntity<UserAnswer> change(
      @PathVariable String name,
      @RequestHeader("If-Match") Version expected,
      @RequestBody RolesAndState asked) {
    User user = users.named(name);
    expected.check("User " + name, user.version().number());
    manage.change(
        user,
        new User(
            name,
            grants(asked.roles(), asked.grants()),
            asked.active(),
            user.mustChangePassword(),
            expected));
    return replied(users.named(name));
  }

  /** Ends the user's sessions; the user must choose another one at the next login. */
  @PutMapping("/{name}/password")
  @RequiresPermission("user.manage")
  ResponseEntity<UserAnswer> resetPassword(
      @PathVariable String name,
      @RequestHeader("If-Match") Version expected,
      @RequestBody NewPassword asked) {
    User user = users.named(name);
    expected.check("User " + name, user.version().number());
    manage.resetPassword(
        new User(
            name,
            user.grants(),
            user.active(),
            asked.mustChangePassword().orElse(true),
            user.version()),
        asked.password());
    return replied(users.named(name));
  }

  /** For who lost the device: ends the user's sessions; the password alone opens the next one. */
  @DeleteMapping("/{name}/second-factor")
  @RequiresPermission("user.manage")
  ResponseEntity<UserAnswer> resetSecondFactor(
      @PathVariable String name, @RequestHeader("If-Match") Version expected) {
    User user = users.named(name);
    expected.check("User " + name, user.version().number());
    manage.resetSecondFactor(user);
    return replied(users.named(name));
  }

  private ResponseEntity<UserAnswer> replied(User user) {
    return Replies.ok(answer(user), user.version());
  }

  private UserAnswer answer(User user) {
    return new UserAnswer(
        user.name(),
        user.roles(),
        user.otherGrants(),
        user.active(),
        user.mustChangePassword(),
        factors.of(user.name()).since().isPresent(),
        user.version(),
        roles.conflictsOf(user.grants()));
  }

  private Set<Grant> grants(Optional<Set<String>> everywhere, Optional<Set<GivenRole>> others) {
    List<Grant> asked = new ArrayList<>();
    others.orElse(Set.of()).forEach(given -> asked.add(given.grant()));
    everywhere.orElse(Set.of()).forEach(role -> asked.add(Grant.everywhere(role)));
    Set<Grant> grants = Grant.merged(asked);
    Problems problems = new Problems();
    for (Grant grant : grants) {
      problems.require(
          roles.names().contains(grant.role()), "roles", grant.role(), "one of " + roles.names());
      problems.require(
          grant.regions().isEmpty() || roles.showByRegion(grant.role()),
          "regions",
          String.join(", ", grant.regions()),
          "none with the role " + grant.role() + ", which shows all regions");
    }
    problems.refuse("The roles cannot be given");
    List<String> conflicts = roles.conflictsOf(grants);
    if (segregation == CoreSettings.Segregation.REFUSE && !conflicts.isEmpty()) {
      throw Refused.conflict(
          "These roles together allow what two people should do. "
              + String.join(". ", conflicts)
              + ". Give fewer roles.");
    }
    return grants;
  }
}
