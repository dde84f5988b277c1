package org.millrace.dashboards.cockpit.page;

import java.util.List;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.page.Page;
import org.millrace.dashboards.page.Setting;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages as the browser draws them. */
@RestController
class WorkPagesHttp {
  private final CompiledPages compiled;

  WorkPagesHttp(CompiledPages compiled) {
    this.compiled = compiled;
  }

  @GetMapping("/data/pages")
  List<Page> pages(@AuthenticationPrincipal Visitor visitor) throws InterruptedException {
    return compiled.all(visitor);
  }

  @GetMapping("/data/settings")
  List<Setting> settings(@AuthenticationPrincipal Visitor visitor) throws InterruptedException {
    return compiled.settings(visitor);
  }
}
