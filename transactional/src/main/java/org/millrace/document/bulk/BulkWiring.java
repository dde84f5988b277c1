package org.millrace.document.bulk;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.millrace.document.DetailedEndpoints;
import org.millrace.settings.CoreSettings;
import org.millrace.web.part.Parts;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Finds the verbs of all kinds of document. */
@Configuration(proxyBeanMethods = false)
class BulkWiring {
  private static final Pattern VERB = Pattern.compile("(.*\\{company}/.+)/\\{number}/([a-z-]+)");

  static {
    SpringDocUtils.getConfig().addRestControllers(BulkVerbHttp.class);
  }

  /** One address for each verb: it asks for the permission of the verb before it is called. */
  @Bean
  SmartInitializingSingleton verbsForSeveral(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
      Parts parts,
      JsonMapper json,
      CoreSettings settings) {
    int most = settings.commands().bulkDocuments();
    Method carryOut =
        Objects.requireNonNull(
            ReflectionUtils.findMethod(BulkVerbHttp.class, "carryOut", (Class<?>[]) null));
    return () ->
        verbs(endpoints)
            .forEach(
                verb ->
                    endpoints.registerMapping(
                        RequestMappingInfo.paths(
                                VERB.matcher(verb.path()).replaceFirst("$1/bulk/$2"))
                            .methods(RequestMethod.POST)
                            .consumes(MediaType.APPLICATION_JSON_VALUE)
                            .options(endpoints.getBuilderConfiguration())
                            .build(),
                        new BulkVerbHttp(verb.handler(), verb.path(), parts, json, most),
                        carryOut));
  }

  private record Verb(String path, HandlerMethod handler) {}

  private static List<Verb> verbs(RequestMappingHandlerMapping endpoints) {
    List<Verb> verbs = new ArrayList<>();
    endpoints
        .getHandlerMethods()
        .forEach(
            (address, handler) -> {
              if (DetailedEndpoints.class.isAssignableFrom(handler.getBeanType())
                  && address.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                address.getPatternValues().stream()
                    .filter(path -> VERB.matcher(path).matches())
                    .forEach(path -> verbs.add(new Verb(path, handler)));
              }
            });
    return verbs;
  }

  @Bean
  GlobalOpenApiCustomizer describedVerbsForSeveral(CoreSettings settings) {
    return api -> DescribeBulk.describe(api, settings.commands().bulkDocuments());
  }
}
