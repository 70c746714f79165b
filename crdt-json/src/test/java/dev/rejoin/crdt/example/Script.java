package dev.rejoin.crdt.example;

import java.util.List;

/**
 * A play for several devices, as plain text in UTF-8, one step a line. Blank lines and what follows
 * a {@code #} are for the reader.
 *
 * <pre>
 * devices phone tablet    the first line: who takes part, all of them online
 * phone add milk          one more of an item: a new row, if there is none
 * phone add 2 oat milk    two more; quotes are optional here and around any text
 * phone less 2 oat milk   two fewer
 * phone note milk: 2 l    says which to get, in place of the notes that are shown
 * phone tick milk         it is bought
 * phone untick milk       it is not
 * phone tag milk: party   what it is for
 * phone untag milk: party
 * phone remove milk       takes the row off the list, with all that it holds
 * at Mon 08:15            sets the true time, never back, in the one week of a script
 * clock phone -10y        the phone's clock is wrong from now on: y, d, h or m; +0m rights it
 * offline phone           cuts the phone off
 * online phone            brings it back: it exchanges with every device that is online
 * restart phone           switches it off and on: it goes on from its journal
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
