def log = new File(basedir, 'build.log').text
return (log =~ /random timelines of up to 40 steps/).find()
