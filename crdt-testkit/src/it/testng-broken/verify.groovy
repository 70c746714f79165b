def log = new File(basedir, 'build.log').text
return log.contains('INFLATING: merge(old, edited) must equal edited') &&
    log.contains('merge(old, edited) = Wallet[coins=TreeMap((A, 1))]')
