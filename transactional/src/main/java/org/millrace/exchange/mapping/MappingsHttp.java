package org.millrace.exchange.mapping;

import java.util.List;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MappingsHttp {
  private final Mappings mappings;

  MappingsHttp(Mappings mappings) {
    this.mappings = mappings;
  }

  /** The id under which imports name the mapping. */
  record Answer(String mapping) {}

  /** The body is the YAML text; the same text gives the same id. */
  @PostMapping(
      path = "/api/companies/{company}/imports/mappings",
      consumes = {"application/yaml", "text/plain"})
  @RequiresPermission("import.mapping")
  Answer keep(@PathVariable CompanyCode company, @RequestBody String yaml) {
    return new Answer(mappings.keep(yaml));
  }

  /** The mappings that ship with the house, each with the kind of import it is for. */
  @GetMapping("/api/companies/{company}/imports/mappings")
  @RequiresPermission("import.mapping")
  List<Mappings.Shipped> shipped(@PathVariable CompanyCode company) {
    return mappings.shipped();
  }
}
