using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite;

/// <summary>The sentences for the person whose message was refused, or whose question could not be answered.</summary>
internal static class LogFailure
{
    public static LogUnavailableException OfWriting(Exception cause) => new(
        (cause as SqliteException)?.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "Your message was not kept, because the server's disk is full. Please try again later.",
            raw.SQLITE_READONLY => "Your message was not kept, because the server may not write its history. Please try again later.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Your message was not kept, because the server's history is busy. Please try again.",
            _ => "Your message was not kept, because the server cannot write its history just now. Please try again later.",
        },
        cause);

    public static LogUnavailableException OfReading(Exception cause) =>
        new("The server cannot read its history just now. Please try again later.", cause);

    public static LogUnavailableException OfOrganising(Exception cause) =>
        new("The newest history cannot be put in order just now; it is kept in the journal, and will be tried again.", cause);

    public static LogUnavailableException OfIndexing(Exception cause) =>
        new("The search index cannot be written just now; searching goes on, more slowly.", cause);
}
