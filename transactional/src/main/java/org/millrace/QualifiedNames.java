package org.millrace;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ConfigurationBeanNameGenerator;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.MethodMetadata;

/** Names our beans by package, so that two domains may use one word; others keep their names. */
final class QualifiedNames extends FullyQualifiedAnnotationBeanNameGenerator
    implements ConfigurationBeanNameGenerator {
  @Override
  public String deriveBeanName(MethodMetadata method, @Nullable String beanName) {
    String declaring = method.getDeclaringClassName();
    boolean ours = declaring.startsWith("org.millrace.");
    return ours ? declaring + "." + method.getMethodName() : method.getMethodName();
  }
}
