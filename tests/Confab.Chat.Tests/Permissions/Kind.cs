namespace Confab.Chat.Tests.Permissions;

/// <summary>The rooms that permissions are asked in.</summary>
public enum Kind
{
    /// <summary>As it is when somebody enters a new one (+nt).</summary>
    Open,

    /// <summary>Secret and for invited people only (+si).</summary>
    Closed,

    /// <summary>Belongs to the account of whoever opened it.</summary>
    Registered,
}
