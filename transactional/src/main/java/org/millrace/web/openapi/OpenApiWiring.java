package org.millrace.web.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import org.millrace.web.ProblemAnswer;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiWiring {
  @Bean
  ModelConverter valueSchemas() {
    return new ValueSchemas();
  }

  @Bean
  OpenAPI aboutTheCore() {
    return DescribeRequests.about();
  }

  @Bean
  GlobalOperationCustomizer namedOperations() {
    return (operation, handler) -> {
      DescribeRequests.named(operation, handler);
      return operation;
    };
  }

  @Bean
  GlobalOpenApiCustomizer completedOperations() {
    return api -> {
      ModelConverters.getInstance(false)
          .readAll(ProblemAnswer.class)
          .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, op) -> DescribeRequests.completed(path, method, op)));
    };
  }
}
