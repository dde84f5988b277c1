package org.millrace.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.document.DocumentStores;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class ProcessWiring {
  private static final String FILES = "classpath*:/process/*.yaml";

  @Bean
  StateMachines stateMachines(DocumentStores stores) {
    Map<String, Map<?, ?>> files = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (InputStream in = file.getInputStream()) {
          LoadSettings settings = LoadSettings.builder().setLabel(file.getDescription()).build();
          String name = file.getFilename();
          files.put(
              name == null ? "" : name.replace(".yaml", ""),
              (Map<?, ?>) new Load(settings).loadFromInputStream(in));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILES, e);
    }
    return StateMachines.of(stores.kinds(), files);
  }
}
