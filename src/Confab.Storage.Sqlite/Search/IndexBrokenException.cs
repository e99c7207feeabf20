namespace Confab.Storage.Sqlite.Search;

/// <summary>The index cannot answer: its file is damaged, or it was started anew since the search looked how far it was.</summary>
internal sealed class IndexBrokenException(Exception? cause = null) : Exception("The search index is damaged; it will be built anew.", cause);
