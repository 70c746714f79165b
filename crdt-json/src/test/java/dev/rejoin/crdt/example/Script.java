package dev.rejoin.crdt.example;

import java.util.List;

/**
 * A play for several devices, as plain text in UTF-8, one step a line. Blank lines and what follows
 * a {@code #} are for the reader.
 *
 * <pre>
 * devices phone tablet    the first line: who takes part, all of them online
 * phone add oat milk      puts an item on the list, again if it is there already
 * phone remove oat milk   takes it off
 * phone title "Week 19"   names the list; quotes are optional here and around items
 * phone earn 50           puts money into the budget: a whole number
 * phone spend 12          takes money out
 * phone visit             counts one visit to the shop
 * at Mon 08:15            sets the true time, never back, in the one week of a script
 * clock phone -10y        the phone's clock is wrong from now on: y, d, h or m; +0m rights it
 * offline phone           cuts the phone off
 * online phone            brings it back: it exchanges with every device that is online
 * sync phone tablet       two devices exchange that are both online
 * meet phone tablet       two devices side by side exchange, whether online or not
 * say Ana is in a tunnel  is told between the lines
 * stop                    ends the run here, with whoever is offline left so
 * </pre>
 *
 * An edit of a device that is online goes to all that are online at once. At its end, unless it was
 * told to stop, a run brings all devices online and lets them exchange until none has news for
 * another.
 */
record Script(List<String> devices, List<Step> steps) {

  Script {
    devices = List.copyOf(devices);
    steps = List.copyOf(steps);
  }
}
