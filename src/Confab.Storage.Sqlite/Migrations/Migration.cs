namespace Confab.Storage.Sqlite.Migrations;

/// <summary>One step of the schema. A step that has been released is never changed; the next change is the next number.</summary>
/// <param name="Version">1, 2, 3, … without gaps: the database's <c>user_version</c> after this step.</param>
/// <param name="Sql">Its statements, run in one transaction.</param>
internal sealed record Migration(int Version, string Sql);
