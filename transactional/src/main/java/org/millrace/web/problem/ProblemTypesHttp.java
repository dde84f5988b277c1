package org.millrace.web.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.millrace.shared.Refused;
import org.millrace.web.ProblemType;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of problem types, where the type of each error answer points to. */
@RestController
class ProblemTypesHttp {
  record Explained(String type, String title, int status, Optional<Long> retryAfterSeconds) {}

  @GetMapping("/problems")
  @RequiresPermission(RequiresPermission.NONE)
  List<Explained> all() {
    return Arrays.stream(ProblemType.values()).map(ProblemTypesHttp::explained).toList();
  }

  @GetMapping("/problems/{code}")
  @RequiresPermission(RequiresPermission.NONE)
  Explained one(@PathVariable String code) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.code().equals(code))
        .findFirst()
        .map(ProblemTypesHttp::explained)
        .orElseThrow(() -> Refused.notFound("There is no problem type " + code));
  }

  private static Explained explained(ProblemType type) {
    return new Explained(
        type.uri(), type.title(), type.status(), type.retryAfter().map(Duration::toSeconds));
  }
}
