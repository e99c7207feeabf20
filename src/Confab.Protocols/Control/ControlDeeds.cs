namespace Confab.Protocols.Control;

/// <summary>What can be asked in the control protocol: the values of <see cref="ControlCommand.Do"/>. See docs/protocols/control.md.</summary>
public static class ControlDeeds
{
    /// <summary>Makes an account: <c>name</c>, <c>password</c>; perhaps <c>email</c>, <c>administrator</c>.</summary>
    public const string AddAccount = "account.add";

    /// <summary>Gives an account another password: <c>name</c>, <c>password</c>.</summary>
    public const string SetPassword = "account.password";

    /// <summary>Lists accounts, a page at a time; perhaps <c>pattern</c>, <c>after</c>.</summary>
    public const string ListAccounts = "account.list";

    /// <summary>Tells about an account: <c>name</c>.</summary>
    public const string ShowAccount = "account.show";

    /// <summary>Closes an account for a while: <c>name</c>; perhaps <c>reason</c>.</summary>
    public const string SuspendAccount = "account.suspend";

    /// <summary>Opens an account again: <c>name</c>.</summary>
    public const string UnsuspendAccount = "account.unsuspend";

    /// <summary>Ends an account: <c>name</c>, and <c>confirm</c> with the code of the first answer.</summary>
    public const string DeleteAccount = "account.delete";

    /// <summary>Says whether somebody looks after accounts: <c>name</c>, <c>administrator</c>.</summary>
    public const string PromoteAccount = "account.promote";

    /// <summary>Lists the rooms.</summary>
    public const string ListRooms = "room.list";

    /// <summary>Gives a room that is nobody's to an account: <c>room</c>, <c>name</c>.</summary>
    public const string RegisterRoom = "room.register";

    /// <summary>Gives a registered room to another account: <c>room</c>, <c>name</c>.</summary>
    public const string TransferRoom = "room.transfer";

    /// <summary>Makes a registered room nobody's: <c>room</c>.</summary>
    public const string DropRoom = "room.drop";

    /// <summary>Tells who has a rank in a room for good: <c>room</c>.</summary>
    public const string ShowAccess = "room.access";

    /// <summary>Gives an account a rank in a room for good: <c>room</c>, <c>name</c>, <c>rank</c>.</summary>
    public const string SetAccess = "room.rank";
}
