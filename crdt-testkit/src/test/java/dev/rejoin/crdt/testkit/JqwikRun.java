package dev.rejoin.crdt.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A test class, run by jqwik's engine as any build does. */
final class JqwikRun implements TestExecutionListener {

  private final Map<String, TestExecutionResult> results = new TreeMap<>();
  private final Map<String, String> reports = new TreeMap<>();

  private JqwikRun() {}

  static JqwikRun of(Class<?> testClass) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(testClass))
            .filters(EngineFilter.includeEngines("jqwik"))
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.tries.default", "200")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .build();
    JqwikRun run = new JqwikRun();
    LauncherFactory.create().execute(request, run);
    return run;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      results.put(test.getDisplayName(), result);
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    reports.merge(
        test.getDisplayName(),
        String.join("\n", entry.getKeyValuePairs().values()),
        String::concat);
  }

  Map<String, TestExecutionResult> results() {
    return results;
  }

  /** Returns the names of the properties that ended like that. */
  List<String> status(TestExecutionResult.Status status) {
    return results.entrySet().stream()
        .filter(property -> property.getValue().getStatus() == status)
        .map(Map.Entry::getKey)
        .toList();
  }

  Throwable failure(String property) {
    return Optional.ofNullable(results.get(property))
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow();
  }

  /** Returns what jqwik has reported on that property. */
  String report(String property) {
    return reports.getOrDefault(property, "");
  }
}
