package org.millrace.dashboards.cockpit;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every page is one shell; the browser decides by the address what it shows. */
@RestController
class PagesHttp {
  @GetMapping({
    "/",
    "/boards/{board}",
    "/rows",
    "/work/**",
    "/users",
    "/account",
    "/audit",
    "/inbox"
  })
  ResponseEntity<Resource> shell() {
    return page("index.html");
  }

  @GetMapping("/login")
  ResponseEntity<Resource> login() {
    return page("login.html");
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<Resource> icon() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml"))
        .body(new ClassPathResource("cockpit/millrace.svg"));
  }

  private static ResponseEntity<Resource> page(String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .cacheControl(CacheControl.noCache())
        .header(HttpHeaders.VARY, "Cookie")
        .body(new ClassPathResource("cockpit/" + name));
  }
}
