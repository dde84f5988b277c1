package org.millrace.dashboards.cockpit.catalog;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.millrace.warehouse.catalog.Description;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The one description of all tables in the marts; a browser that has it is told so by its ETag. */
@RestController
class CatalogHttp {
  private final byte[] description;
  private final String etag;

  CatalogHttp(Description description, JsonMapper json) {
    this.description = json.writeValueAsString(description).getBytes(StandardCharsets.UTF_8);
    this.etag = UUID.nameUUIDFromBytes(this.description).toString();
  }

  @GetMapping("/data/catalog")
  ResponseEntity<byte[]> catalog() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .eTag(etag)
        .body(description);
  }
}
