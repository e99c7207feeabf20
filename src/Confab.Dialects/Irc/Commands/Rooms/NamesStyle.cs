namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>What lists of names differ in; those of one style read the same for everybody.</summary>
/// <param name="AllSigns">Every sign of a rank stands before the nickname, and not the highest only (IRCv3 multi-prefix).</param>
/// <param name="WithHosts">The name goes on with <c>!user@host</c> (IRCv3 userhost-in-names).</param>
/// <param name="MaxBytes">Most bytes of names in one line.</param>
internal readonly record struct NamesStyle(bool AllSigns, bool WithHosts, int MaxBytes);
