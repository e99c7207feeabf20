namespace Confab.Storage.Sqlite.Search;

/// <summary>
/// The index cannot answer: its file is damaged or cannot be read, or it was started anew since the search looked how far it was.
/// </summary>
internal sealed class IndexBrokenException(Exception? cause = null)
    : Exception("The search index cannot be used; the log is searched without it.", cause);
