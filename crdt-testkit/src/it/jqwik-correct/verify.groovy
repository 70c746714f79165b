def log = new File(basedir, 'build.log').text
return (log =~ /Tests run: 1\d, Failures: 0, Errors: 0, Skipped: 1/).find()
