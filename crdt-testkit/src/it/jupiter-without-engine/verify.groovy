def log = new File(basedir, 'build.log').text
return log.contains('the laws must be run by jqwik, but its engine, net.jqwik:jqwik-engine, is missing') &&
    log.contains('Tests run: 1, Failures: 1, Errors: 0')
