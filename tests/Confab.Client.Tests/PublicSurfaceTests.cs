using System.Reflection;

namespace Confab.Client.Tests;

/// <summary>What the library promises to other programs stands in a text file, so that a change of it is seen in review.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // What the compiler adds to every record.
    private static readonly HashSet<string> s_ofRecords =
        ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", "op_Equality", "op_Inequality"];

    [Fact]
    public void The_public_surface_is_the_one_that_was_reviewed()
    {
        var reviewed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicSurface.txt"));
        var surface = typeof(ServerAddress).Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines);

        Assert.Equal(string.Join('\n', reviewed), string.Join('\n', surface));
    }

    private static IEnumerable<string> Lines(Type type) => type.GetMembers(Declared)
        .Where(member => !s_ofRecords.Contains(member.Name))
        .Where(member => member is not MethodInfo { IsSpecialName: true })
        .Select(member => $"  {Shown(member)}")
        .Order(StringComparer.Ordinal)
        .Prepend(type.FullName!);

    private static string Shown(MemberInfo member) => member switch
    {
        ConstructorInfo made => $"new({Parameters(made)})",
        MethodInfo method => $"{method.Name}({Parameters(method)}) : {Shown(method.ReturnType)}",
        PropertyInfo property => $"{property.Name} : {Shown(property.PropertyType)}{(property.CanWrite ? " (init)" : "")}",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Shown(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? "?" : "")}"));

    private static string Shown(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Shown))}>"
        : type.Name;
}
