/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,106,40,34,5,16,64,8,116,6,12,127,7,253,13,114,15,108,9,128,43,97,10,183,54,95,111,71,124,69,101,113,24,162,17,255,27,57,129,56,36,107,14,112,99,18,160,20,100,42,66,126,228,45,70,55,96,125,68,48,75,19,230,184,252,21,182,31,178,187,121,63,144,163,77,110,119,224],text:`!B}Z}Y%!!!%}u#}-g#66%6g%6%6g%6%Ig%6!g(6666%6g)666%6g#66%Ig!%6g4666666!g#66!g)666!g(6666!g)666%Ig/66666%6g!%Ig/66666!g76666hI6!g#66%hg(6666%Ig#6I%6g)66I%6g(6I66!g/666I6%Ig#II%6g%b%6g)66h!g%6%hg(6666%hg#6I!g%6%bg/66666%hg4666666%6g/66III%Ig/6666I!g/666II%6g#6I%Ig(666I%6g46666I6%Ig*666II666666%6)}q%w%%%%%O!/!C)!}!2!?2;!4MCZ!%?!}#*7*5??/}%2!%l!%]p(O;*!pQ5}&)}()(})Cr*C /+)!)!())9/;?(4%(/!777###l%.!##}*Z5(/4####%7U!/!%(!%#!%5WWWW}+%!%%%4(744},%]4()200} 99(/%X%??/)%!%42%6%&@@%*7~r?}94}YK}YG:u#!5=G:BF}UG:{B:^!@%C=G:BFB^BX3!}h%C=G:BF=KB:z!u} =G:BFB^BX3F{}X3}WF:K{B:^!}f%5=G:BF}]K:}Z}XGz!}F9=G:BF}UKB3}[:K}Z!S%O=G:BF^K}UB}[=3F:B3K!}c%?=G:BF}Z}X}Y^!}W?=G:BF}V:G{!I0=G:BF}YK}YG:uF}[}ZK^!}]0=G:BF}YK}YG:uF}U:KK!}^M=G:BF}YK}YG:uF=B:}VK}Z3F}U:KK!{Z=G:BF}YK}YG:uF{Bz3K^!}[9=G:BF3:Bz}Z}UK:!}HZ=G:BF3:Bz}Z}UK:F}Z}X}_K!}GC=G:BFY}WKYV!}e%?=G:BF}U:KK!b*=G:BFY:KB3K!}d%C=G:BF}XzX}[3!}_*=G:BFG}[3X}[3!}Z9=G:BF}V:B^}XKz3!h*=G:BF}Z3:}X^K!}VZ=G:BFXBYVK^FG}[3X}[3!:;=G:BF^K=3BFzG:}Y!}b%0=G:BFB^BX3FYG}[z3!}g%Z=G:BF}UG:{B:
^FYG}[z3!6} =G:BF3G3B=FB^BX3FYG}[z3!}UM=G:BF3G3B=F}UG:{B:^FYG}[z3!K0=G:BFXB:B}YFYG}[z3!L*=G:BFGX3}XGz!3;=G:BF}ZK3FGX3}XGz!}XC=G:BF:K}ZK3!=O=G:BF}ZK3FYB3K}VG:u!V}%=G:BF}ZK3FYB3K}VG:uF}UB==}TBYV!,9=G:BF:KB^F:G{!zW=G:BF{:}X3KF:G{!}CO=G:BF:KB^Fz}[}Y}TK:}Z!GZ=G:BF{:}X3KFz}[}Y}TK:}Z!}D0=G:BF}WB}ZF=KB:zK^!}aO=G:BF:KB^F}UG:{B:^!XZ=G:BF{:}X3KF}UG:{B:^!}Ep=G:BF:K}ZK:}]KF3:Bz}Z}UK:!}Y} =G:BF3:B,KY3G:uFY:KB3K!B} =G:BF3:B,KY3G:uF:KYG:^!}N} =G:BF3:B,KY3G:uF=Kz}V3}W!}QQ=G:BF3:B,KY3G:uF3G3B=FYG}[z3!}J}&=G:BF3:B,KY3G:uF}Z}[YYK}Z}ZF:B3K!}K =G:BF3:B,KY3G:uF}TK}Z3F}X}YX:G}]K}YKz3!Y =G:BF3:B,KY3G:uF}YKBzF}X}YX:G}]K}YKz3!}PM=G:BF3:B,KY3G:uF}]B:}XBzYK!}I})=G:BF3:B,KY3G:uF}TK}Z3FB33Kz3}XGz!^.=G:BF3:B,KY3G:uF}W}X}V}WFL}[B=}X3uFYG}[z3!}R+=G:BF3:B,KY3G:uFYG}[z3F}TuFGXK:B3G:!}Tp=G:BF3:B,KY3G:uF}V:G}[X!}S]=G:BF3:B,KY3G:uF^:B{!gl=G:BF3:B,KY3G:uF}VK3!F]=G:BF3:B,KY3G:uF:KB^!}Or=G:BF3:B,KY3G:uF}ZK3F3G3B=FYG}[z3!}Lp=G:BF3:B,KY3G:uF:K}ZK3!}M?p%!&%*2}k%}n%}j%}l%}o%}m%}i%E5%7C~G~,%w%2! !&#0}-*2! !&%0}-**!&}a&b !0%Q*r! !-#
2 !-#(&;,&XL !-#!&;,&XL,=*~2%%(}a %(1 %&#3 !,+%)1 # !8!(j.# #8m%8c%+# ) !8!( .) )8m%8c%+) ( !8!(0.( (8m%8c%+( / !8!(!./ /8m%8c%+/ % !&1V.!H9!* # )8c%+# ( /8c%+)* )8r! )8r%}q )8r# )8r)}q}q #8r! #8r%}q #8r# #8r)}q}q}q*A%%6 !-#0 !-#].# !-#Uy(6 % !-#-, #X/ %*&/3,*}G! ! #E#] ! %E#! ! #&2,E#M ! #&0,.#E#( ! % %=&)3.% #,.#E#2 ! % #,.#E#5 ! % #,E#0 !*+! !0%.!(6 !&! % !-#}& !-#M,}@Q/&!**}N%)6 %&;L(1 %&;,&XL+/)1 %+) # (H(1)1 )&;L(1 )&#3 !,&!E#! )&%,+)5%** (&%,+( /&#3 !,+!5%****-%%6&~MS%&~MS%-#! !&0V.!-#!&bL.%VE#! ! %0r*}.%#6 !-#}9 %&w%=,.)d!}l%J(1 ! %0}#+#* # ) #Q*}%! !&!D}UJ ! %YJ:J ! !o7~6BL*~P(#/}a?6 %&#3+; (&#3 ),+0#1 /&%e(1 (J9% %&(3+9 %&j=+W %&/3+5)1 %(1 )8!(j+7 )8!( +2 )8!(0+? )8!(!+C ;+* #+()1 ! !8!(! C (8?#!.48m%8~b%8*(! ! 9,./ /8!(! ? 48m%8~b%8*(! ! 5,./ /8!(! 2 48m%8~b%8*(! ! W,./ /8!(! 7 48m%8~b%8*(! !&0,+! (&(,+( *&(V.*9!** ! W,+! 0 )&1V.)H9!*/ (J9% (&#3+l %&j=+O %&/3+W)1 %(1&!+Z #+5)1 )+( 5+*&@@@@}^8O+4&@@@@}^8O+7&@@@@}^8O+2&@@@@}^8O+? /+9)1 4 (8!(! *8?#!.C8m%8c%+4 ? C (8!(j8m%8c%+?
 2 C (8!( 8m%8c%+2 7 C (8!(08m%8c%+7 ( l,+( * ;,+* 9&%V.99!* ! !8!(! 48~b%8*(! ;&#3 !,.( (8!(! 78~b%8*(! ! W,.( (8!(! 28~b%8*(! ! O,.( (8!(! ?8~b%8*(! 5&(,+5 !&0,+! % Z&%,.ZH9!** ! O,+! 0 )&1V.)H9!****Q! !0%.!(6 !&! % !-#M}@Q/&!**l! ! !-#! %0)0}/tR)0*P##/}a76 ((1 (&#3 /,+W %&#3+; %&j=+5 %&/3+0 %&(3+O)1 %(1 ;+9 !+( #+*&@@@@}^8O+4&@@@@}^8O+7&@@@@}^8O+2&@@@@}^8O+?)1 ? (8!(! *8?#!.C8m%8c%+? 4 C ( 5,8!(!8m%8c%+4 7 C ( 0,8!(!8m%8c%+7 2 ( O,8!(! C8m%8c%+2 (&0,.!+( *&(,+* 9&(V.99!*/&@@@@}^8O+?&@@@@}^8O+2&@@@@}^8O+7&@@@@}^8O+4* )(6 4 )8!(j8c%+4 7 )8!( 8c%+7 2 )8!(08c%+2 ? )8!(!8c%+? )&1V/&!*+) / 48*(j / 78*(  / 28*(0 / ?8*(! ! 5,+! W /&1V./H9!***}z(#4}aC6 %&#}D(1 %&#3+0 !+; (+*)1 ;+5 #+W&!8;+/&!8;+4&!8;+7&!8;+2 )(1 )&#3 #,+O 0&#3+Z 0&)3+l)1 / W8!(!.? 58!(08m%8c%+/ 7 58!(! ?8m%8c%+7 2 5 Z,.]8!(! W8!(0.?8m%8c%+2 4 ? ]8!(08m%8c%+4 5 l,+5 O W& ,.WH9!* 4 /8c%+4 2 78c%+/* * / 489!%#)2?C*0OZlM}#}%Q / 489(/4759W;]p} }!}&}(})r8c%./ /89!%#)2?C*!%#)2?C* / /89(/4759W;(/4759W;8c%./8r%T#( * /8r!T#! ;& ,+; *&
2,+* 9&(,+5 9&#,+9 % 5}D9!** % 9H(1 9&#3 (, )(}a )&#3 #,+) %&(3+( %&/3+% 9&(3 !,+*&!8;+/)1 / *8!(! #8!(!8m%8c%+/ C ( *,8!(! #8!(08m%8c%+C % *,+* ) #& ,.#H9!* C /8c%/&!8;*./8r! /8r%}q /8r# /8r)}q}qT#!**}P%)6 !&oS%-#!0}1.#(1#1 %&}d}b%-#!0}1.)(1&~tS%&oS% # !0}0&@}b%&}d}b% ) %0}0&%+(5%* #&}h}b%e9! #0?&!;** (*E##6%I %&%,+))1 % #H(1 ( # )=&)3 !,A)![+( #&%,+#5%** (*~K%#(6#b !a~L!Ia1}c+/&~ES%-#!+)&~QS%+%#1)1 %-#!.%(1 / % ),.%-#!.(~-.4}M(1#1 #(1 #-#! (y9%* %+# / 4}F9(** %&2,+%5%** #9!&~US% !f)!&!;* #-#2 #-#50  #-#!+( # /~&.)&%:E#! ) (H(1 # ),.% )E#( % ( )V0r*&~MS% )&~MS%-#!,E#! #&0,*}S!#1 !-#MA)!&!DB(1 !-#]A)!o7av}ca!}G9%* %-#! !-#! #-#!&;,&XL !-#(0}8 %-#( !-#! #-#(&;,&XL !-#20}8**}{%#(}a#6)1 ) 2k(1 / !8!(!.4 (892?C*59W;!%#)!%#)8F %8!(!.7 (892?C*59W;!%#)!%#)8F8~n%8~l%+/ 2&(,+2 #&#3.? %,+% ! ?,+! ( 48F 78F8~n%8~l%+(5%** (8+! (8+%[ /8+! /8+%[[*+! %d!(&%e(6 ! !=&#3&#:/ %-#!&!H**},%%6 !-#2 !-#5.%0} &7,&}^L !0) %-#!=&%}],*~^%#)I)6 !&!8;8*)! !a!f)0 %-#U.4(1#1 %-#0 4 %-#].7}D(6 %-#- 7X/&!*&/3,A)0+#)1 
/ 4H(1 % /0/+7 % /0/A)0.( # # (YQ+# /&%,+/ ) 7A)0[+)5%** ! #R)! ! ) 4nx.)R)2 4&%e9!&!+/&!D+#)1 / 4H(1 # % /0/A)0 )~ .# #N[+# /&%,+/5%** ! # 4&%VnxR)0***}8%%6 !-#}9.# %&w%=,-#}h%+% !-#M&w%= #, %&w%=,&! %&6HQ&! !d!}6Q*R##6%}a #8l+/)1 % )k(1 )&#3 !,.( / (8!(!8m%8*(! )&(,+)5%***G%/6 %&;,&XL./ %e ! )eLJ(1)1 #(1 / #&%V.#=&#3 ),+4 % #=&#3 !,+7 %+()1 ((1 (&%V.(&#3.2 4, 7 2,_#!T#!5%/5)*!*!****C!&@@%&!0O*}b##/6%I %&%,+7)1 % /H(1 % /=&)3 !,+4 /&)3 #,A)!+?&!+()1 ( /H(1 ? (&)3.2 4,A)! ) 2,A)!N~ +? (&%,+(5%** /&)3 ), ? / 7=&)3 !,A)!xR)! /&%,+/5%** %+()1 ((1 (&%V.#&)3./ !,+4 ) /,./A)!+?)1 % (k(1 ? % (=&)3 4,A)! (&)3 ),A)!N~ +? (&%,+(5%** / ? # 7=&)3 !,A)!xR)! #+(5%***f##6%I)1 # )H(1 / )&)3.( !,A)! % (,A)!N[+/ )&%,+)5%** /*~M%%#6 ! %E#! %&bL !,.#d!!&%LJ(1 #-#2 #-#50  ! !-#! #-#!&bL,.%E#!*&~ES%-#!+) !-#(.#(1 ! #V.#d!!&%LJ(1 #-#2 #-#50  # #-#! !-#!,.%E#!&~ES%-#!+) #+!** !&!E#5 !&~QS%-#!.#E#2 %&bL !, %E#( ! )V+! #(1 # ), !E#5*&~QS% !E#!*}0%%6 %&~ES%-#!.#,&2,&~QS% %Q !E#! !(1 ! #, %E#5**}&! ! %~- #~-a }f}d
f)! ! !0}6f)! !*}!! !0}6a-}h~&&@@@(Vs}=!!!}5}s*}4!)1 ((1 ! % # ) /00 (&%V+( %&#3 /,+/ )&#3 #,+#5%****! ! %0} &p,*}&%%6 !-#2.% %=&%3&;,&XL !0),*k%%I !&}6y(6 %a% !~-}f~60*/ % %~ .#&!DB %&!D}UJ #&!D}T:J !&fe %i!!!|PPvkK:L !&TeQ**}?%#6 !&PP;L.#&cS%-#!}@(1#1&|S%-#! #&)3,.#}1%( !&Z}]H9! % #d!4H9! #-#!+)** )*T%%6 !-#MA)!&!DB(b !-#!.%&?}D(b !-#]A)!o7 %&)}]~-}b/a!*/a!*}E*d%#6)1 % )H(1 # )&/3 !,A)0Y (,+( )&%,+)5%** (*~b%#*6%I #&%,+2)1 # (H(1 # ( # (kQ+? ( 2=&)3 ),+C # (=&)3 ),+* (+/)1 / ?H(1 %&!D ( /e.5Q ( # /=.7,.9&)3 !,A)![+; 7&)3 ),+W&!+4)1 ( 4H(1 ; 4&)3.7 W,A)! 7 *,A)!N~ +; 4&%,+45%** 9&)3 ), 5(I % ; % ;^Q}~/ ; CA)!x*R)! /&%,+/5%** (&%,+(5%***~KW)967I/h}*!&~;(V./U! ) #d!(}7!}N #-#!+4#1#1 %-#5.(-#M(1#1 4&%H(1 (d!(9%*&!+( )&!E#] %-#(&;,&XL+2 %-#!&;,&XL+C %-#2+7)1 ( #-#!.4}@(1&!+4 !-#( 7 #-#] ( 2=&#3, 2 ( 7=&#3.? )-#5,0T.M M}r&!s}Q9/ ! % # ( M&%D ) %-#5-#MO0! /a!f#j /&j, ? )-#(, ? )-#2, 70fJ9/ O Mt}~im}S}!0 R}S}8[ /_#jtN[+O Z #-#5 (&#3,_#!t}~im}S}!0 R}S}8[ /_#}5tN[+Z (&%,+(5%** ) O Z O Z^Qi}.}Q
}o~?~q-~lvN !A)0[i!!! !!~lvN.OR)  ) Oi!!!|PP~kH^.%}7!}M %J(1&%+45(* !-#! 7 )-#2 #-#2 C 40}7J9# !-#( 7 )-#( #-#] 2 40}7+45)** (d!(&%e(1 %-#!&;,&XL+7 )-#0+2 )-#(+? #-#2+C&!+()1 ( 4H(1 l ( 7=&#3 C, 70(t[+l (&%,+(5%**&!+( /&j, 4 70++*)1 ( 4H(1 (&#3 ?,&6s&%s *0.&!s}RQT#! (&%,+(5%** 7&#3+5&!+*&%D+Z )#I)1#1&!D+O&!+( *&)e9!)1 ( 4H(1 O (&#3 ?,_#!t.O ON[+O (&%,+(5%** 2&! 5o*! 2&% ? C 7 405&%D 2 70(t l ONx.Z&!D^J Z Z~ &!D}T:9#}% 2 7&%D l O ZNN}~xq0}% 2&% C 7 4 ?0}* *&%,+*5%**&%D 4nx.O Z O Z^Q.O&%D O&%DYQ*R)}E*&!+4 )-#0&! %0)&#3o*! %-#(&;,&XL+2 %-#2+7 )-#0+? %A)0q+M&!D+Z&!D+l&!D+O)1 4 #-#!.(}@(1 #-#0 4 7=.C&#3,+* !-#( 7 #-#] 4 2=&#3, 2 )-#50T+}# )-#2+5 )-#5+W )-#(+9&!+()1 ( 7H(1 ( C,&#3.; 9, (&#3.0 *,_#! M}sT#! 5 ;, W 0,_#! M}sT#! (&%,+(5%** /a!f#n( /&n(, C&#3.( 9, ( 5, 70fJ9# #-#5 4&#3,_#!+}% /_#~7(+Q /_#n(+}& %-#5d!(&%e(1 /&2, %-#2 !-#204.( ! %0] ] ( * /&j,0}3[+]* O }%t.p}~im}S}!0 R}S}8[ QtN.O }#t.} }~im}S}!0 R}S}8[ }&tN.}! O }!^Q[+O Z } [+Z l p[+l 4&%,+45%**&!+4 Oi!!!|PP~kHYJ Zi!!!|PP~kHYJ:9% %
-#2 %-#!&;,&~lPPP)L=&#3 ?, 7 )-#( #-#] 2 (05 ? 7 )-#2 #-#2 %-#!&;,&XL #-#!05 )&!}7!}M )a@@@@@@@~tvf)T )a!f)- )a@@@@@@@~tvf)j ) )-#0.7E#] / ZR)  / ]R)M / lR)0 / (n.ZR)2 / OR)- )-#!+#&!s+M Oi!!}5},~qV5}=YJ(1 7 %0)0(+M* M M}r&!s}Q9% )&6D ZxR)M / O ZxR)T /a@@@@@@@~tvf)j #A)!+O / !A)0.Z&!DNR)1 / O #A)M.O&%D O&%D^QN.OR)}E / OR)}? / Z O&!DNNR)}M ! % /&2, /&j, ) %-#5-#}&O9!J9% /A)}M.Oi!!!|PP~kHYJ9% /A)T /A)1[.Z /A)}?&!DN.l Z l^Q.Z /A)}E.l )A)-.] )A)M}x.p ] p^Q.] l ]^Q.l Z l^Qi!!!|PP~kHYJ9% ) Oi}.}Q}o~?~q-~lvN.O !A)0[i!!! !!~lvN.ZR) &%+4 Zi!!!|PP~kHK9% ! %0W ) !A)0 O[i!!! !!~lvN.OR)  Oi!!!|PP~kHK+45%*&!+4* /&~;(,U! 4*}5#%6#h)1 % #H(1 #&#3 !,_#!}k.( ) ) (}RQ+) #&%,+#5%** )*~f%#76%}a}*!&@2V.2U! #&#3+C)1 ) ?k(1&!+7&!+/)1 # /H(1 # /=&)3 !,+*&!+4&!8;+5)1 # 4H(1 5 4&(3 %,8!(! 4&)3 *,A)!q8l8m%8c%+5 4&%,+45%** /&(3 2, 58*(! /&%,+/5%**)1 # 7H(1 7&(3./ (, / 2,8!(!8*(! 7&%,+75%** ?&(,+? C&#3./ (,+( % /,+%5%** 2&@2,U!*_%%6 #&}h}b%H(1 !-#!.((1 (0?* % )E#! ! #E#!**}!! ! %k(6 !~-a#}f0l/&}h}b%**}G#)6%h)1 # (k(
1 (&#3./&(:.4 !,_#!+7 ) /, ! /,_#!t %NqT#! ) 4, 7t %NqT#! (&#,+(5%***}y?)(I26(h}*!&jV.2U! %-#5.Wd!( #-#](1#1&%D #-#!.9A)-./~ q+O&%D 9A) .(~ q+Z /q+l (q+0)1 C&#e9%&!+; C&%e(1 %-#2 %-#!&;,&XL=+;*&%D+/&%D+( Wd!(.*J(1 9A)!+(*&!+5 C&%e(1&(+5 9A)M+/* 2 OT#  2 lT#}& 2 ZT#M 2 0T#] 2&!E#5 2 #A)MqT#2 2 9A)jqT#- 2 #A)T}~qT#U 2 ( /N.( #A)jxqT#}/ 2&%s (i!!!!!!!@N&%D[q *Q&%s Wd!/QT#0 2&2, ;&#3.* !-#!, * #-#],&!&! %-#2 % 5,-#!&;,&XL= W-# O2! C&%,+C5!*!*/ !-#( %-#2 #-#( )-#] %-#(&;,&XL )-#!05 !-#! %-#2 #-#2 )-#2 %-#!&;,&XL )-#!05* ! #A) R)0 #d!}M&%e(1 ! %0W* ! !A)M&%D[R)M&%s+0&%L(1#1 2&2, %-#2 !-#204.?-#].* *A)!&%D[R)! ?-#M&%D&!D&%D #d!}N&%LQ #-#]Q.(R)! (&!D}T(1 ? ! %0]/ ?-#( ?-#! #-#2 )-#0 #A)10v ?-#2 ?-#! #-#( #-#5 #A)}?0v* %-#2+) %-#5.#d!(&%e(I 2&2, ) !-#204-#( %-#20Z/ !-#! ) %-#!&;,&XL=0(t*+4 )n&)Dx.7&(DN+(&%D+/)1 ( / 4 /NNY(1 /i!!!!!!|vN+/5%** 7i!!!!!!~0vN+7 /+(#1)1 4&!D^J9% 7 ( 4 (NN^(1 ( ([+(5%** (+/* /&%DB9!&%D /x.4 / / 4YQ.7 !A)0N.(i!!!|PP~kHYJ(1 ! %0W 7 !A)0N+(* 7i!!!|PP~kHYJ (i!!!|PP~kHYJ:9
! !-#! %-#2 %-#!&;,&XL= /q.00}% !-#( %-#2 %-#(&;,&XL= 4q0}% ! 7 !A)0NR)0 #d!(&%H9! 2&2, %-#2 !-#204.!-#0+? !-#5+* !-#2+) !-#(+# !-#!.! !=+% 4 4N+7 / /N+(&!+C)1 % CH(1 C&)3.5 #,.! ( !A)!NR)! ) 5,.! 7 !A)!NR)! * 5,.! !A)! /NR)! ? 5,.! !A)! 4NR)! C&%,+C5%**** 2&j,U! 0*}X#)6%I}*!&@(V.)U! !-#!+/)1 ( /H(1 (&)3 ), (&#3 %,_#!tR)! (&%,+(5%** !0}5 !-#5 !-#! ) #0}( ) # !-#!0}) )&@(,U!*&%#6 !0-(1 !-#2.# !-#!.)0Zid}=}&~g~_E}%vN %[i~,~s}Cp}qb}W} [+% # % ) !-#00_**1##6%I !0-(1 !-#(.% !-#!.#0Zid}=}&~g~_E}%vNi~,~s}Cp}qb}W} [+) % ) # !-#50_**}B%%b ! !}.)!a~g}g~S}e~d~E~ c~^!h.%f)! % %a})}h}ea~5~H}r~c~N~i}p~,~:6b.%aQ}h %}ea~gx~A}x~1D}q~d}s6b.%ar}h %}e*?! !-#20?*}l%#(h#6 !_#(+/ !_#!+4#1)1 ) 2H(1 2&#3.? %,_#!.( (}r&!s}Q9# # ?,.?_#!.7 7}r&!s}Q9# ! (}k.( 4 ( 4}SQ.4T#! ! ?_#!}k.( / ( /}SQ./T#( 2&%,+25%** )+2* ) 2y*~ #%2}a %&#H(1 ! % # ) (00 # )0(;* ( )(}a )&#3 #,+%)1 / #8!(0.4 48m%8c%+/ 7 #8!(!.2 28m%8c%+7 ? 4 !8!(j8m%8c%+? C 2 !8!(08m%8c%+C * !8!(  48m%8c%+* 5 !8!(! 28m%8c%+5 !&1V+! % #& ,.#H9!* / 78c%+7 * 58
c%+/ ? C8c%/&!8;*.48r! 48r%}q 48r# 48r)}q}qT#( ( /8r! /8r%}q /8r# /8r)}q}qT#! 78r! 78r%}q 78r# 78r)}q}q*f%%6}*!& V.)U! #&%L(1 )&(, % !04-#Ma@@@@@@@~tvf)!* )& ,U!*~S%#76%h&% / /&%yQ+?#1)1 ( 4H(1 4&)L+C % 4&#}]=+* 4&#3 ),+2&!+7)1 % 7H(1 7&#3 #,.5_#! 2_#!}s+9&%+/)1 / ?H(1 9 % /=&#3 5,_#! ( /=&#3 2,_#!}s}q+9 /&%,+/5%** 7 *, 7&%,+7&(3 C&#3: !,_#! 9}r.9 9}r&!s}P9%5(** 4&%,+45%** (+4* ( 4y*}q%#76%I %&#3+7&%+4)1 % /H(1 /&)3 ),+2 /&(3 !,+? % /=&)3 ),+C&!+()1 ( 4H(1 % (=&)3 2, ? (&(3 !, 7 #0p.*R)! (&)3 C, *R)! (&%,+(5%** 4&%,+4 /&%,+/5%***}Q%#6}*!&@(V.)U!)1 % (H(1 )&!&@(o*! (&)3 ),a@@@@@@@~tvf)! ! % ) % (=&)3 #,0}( (&%,+(5%** )&@(,U!*d! ( % !0Z.(&!D^(I ( !nx/i}J}J}J}J}J}J~Rv* # #N )NNx*}V! !-#}9 %&w%=,+%#1 #&4}D(1 %-#5.%J9% %&-,+%/ #&#V&(}@9%* %-#!.%J9! !-#2 !-#!&;,&~lPPP)L=&! #&%LQ&#3 %,;*&!*}w%#(6(I)1 % 4H(1 % 4=&)3 !,+2 4&#3./ #,_#!t.? (N+C ) /,_#!t+*&!+/)1 % /H(1 /&)3 2,.7 7A)! C /&#3.7 #,_#!t.5N ? ) 7,_#!tN~  5 *N~ [R)! /&%,+/5%** 4&%,+45%***f%#6&|S%-#! !&PP;L.%&)3,.#}1%(&%,+! #&% ! !&@~;!e
Q}8%( %0a*}c#%(6#1&~lS%-#!.)J(1&cS%-#!.)&PP;k9% )&%3&@( )Q.)&)3~-0l.(J9%&|S%-#!.#(1 ( #&cS%-#!&)3oC!!&|S%-#!0?*&|S% (E#! )&cS%-#!.# # )}@Q+/)1 # /H(1 #&)3 (,&%}8%( #0a #&%,+#5%**&cS% )E#!&~lS%-#!+)*&|S%-#!&~dS%-#!.(&)3,.#-#!+/&~lS% )&%VE#!&~dS% /E#! # !}7!4 # %E#! #}1%(&Z3 (:+#* #*y%#6&|S%-#!.% !&)3,&!}7!4&~lS%&~lS%-#!.#&%,E#!&~hS%-#!&)3 %,&~dS% #Q !E#!&~hS% !E#!*};##6%h#1)1 % ).#H(1 #&%,+) #&#3 !,_#!.( (}r&!s}P9%5#** %+#* % #y*~37#56%h}*!&|)V.(U! !-#}9+7 ! %0C+* ! %0}#+4 !-#!+2 !-#(+9 !-#2+? #-#!+W !0}++/ (&w),&!&~M!o*! ( %&w%= 7,.7&j,E#@) (a@@@@@@@~tvf)~M) ( )E#w) ( /&;,&~lPPP)L&#3 ),.%E#}d) ( ? W=&;,&XL.;&#3./ %,.%E#}h) ( % /,.CE#}l)&!+% * ! # (&@),0A(1 ( #}.#0f)}w# ( #8!#!8*)}h##6 4(1#1 !0}++% !-#2+5&!+) (&~3#,&!&}9o*! (a!f)~t# (a@@@@@@@~tvf)~l# ( 4&j,E#[# ( / C,./E#~0# ( %&;,&~lPPP)L&#3 /,./E#~!# ( / 5 W=&;,&XL&#3.%,./E#~(# ( % /,.CE#~,# 4 *H(1 9&;,&XL+/ 2&;,&XL+9 (&%}7!}l# ( % C,.%E#}w# ( ;&#3 %,.;E#}{#)1 ) WH(1 4-#! ? #-#2 ) 9=&#3, 9 (-#}w# ) ?=.C&#3,.200 !A)0q+0&!+%)1 % ?H(1 %&
#3.5 (, 2 5,_#! 0}sT#! %&%,+%5%** ; ) /=&#3.%,+2 4-#( ? ( #-#] %, / 20; #-#0 C&#3,+C !A)0q}l+0&!+%)1 % ?H(1 %&#3.5 (, C 5,_#! 0}sT#! %&%,+%5%** 7-#( ? ( 2 / 20; )&%,+)5%***&! 4 ! (&}h#, (&[#,0AJ9#}% 4 *H9! 7-#! *-#! !0)&#3oC!! 7-#2 *-#2 !0}!&)3oC!! 7 *8!)08*)0** 7 ! (&@), #0}2+0 4(1 4 ! (&[#, (&}h#,0}2}%* 0&%s}Q(1 W !-#2=+) #-#0+#&!+%)1 % )H(1 %&#3 #,.4 4_#! 0}sT#! %&%,+%5%*** 7&%}7!}l% !&!}7!j 7 7A) &%D[R) &%*+%* (&|),U! %*}0%%6)1 !-#}& !-#M, %k(1 ! %0}A %&%,+%5%** !&!E#}/*}=%#6)1#1 !-#}9+% !-#M #y9! #&w%= %,-#5.%(1 %-#-0?* #&%,+#5%** %-#!0?*}n##(6%h}*!& V.4U!&u+/ !-#}/ #e(1#1 % !-#-H9! ! !-#T.7-#0H9! 7-#!.7 !-#!./ #02 ) !-#( #02 /&;,&XL+2&!+/#1)1 # /H(1 /&#3 (, / 2=&#3 7, 20(.?T#! /&%,+/ ? ?}r&!s}P9%5#** 4 #E#2 4 (E#] 4 7E#0 4 )E#}& 4 !d!j}7!5 4 !-#T-#5E#M #J9!&!&}_ ! % 4&2, #&;,&~lPPP)L&#3 (,0iQ+/5%*&}_+/** 4& ,U! /*i! #&#3&;,&XL %&;,&XL, !-#2 %=&)3&~t!,&@6L, !-#(&;,&XL %=&)=, !0}+&%3,*~(%%/6 # !-#2=+7 !-#!+2 !-#T+4)1 / 7H(1 /&#3.? 4-#5, ( ?,_#!T#! /&%,+/5%** 4-#!.( )H(1 ( ) 2&;,&~l
PPP)L #=&#3oC!!* !&%}8%j ! #E#}/ ! %E#- !-#T !E#0 !-#}9 %&w%=,.! !A)- #n[R)-*~M##26#h}*!&0V./U! !-#}9+# / / !-#  %0+}.)!f)2 %&w%= #,.)-#!&! !0)&#3o*!&%s !-#!.#~2}p}t+C !-#2+7)1 4 7}@(1 !-#!+? !-#2+2&!+()1 # (k(1 /&2,0.+* )-#! 4 (&#}] 2=,&(3 (&)L&#3:, C *}sT#! (&%,+( ?+# 2+75%** 4&%,+45%** )&!}7!}l% )&!8;8*)  )a!f)@% ) CtR)0 !-#}9 %&w%=,.%.#-#2&! !0}!&)3o*! %a!f)M %-#5.%(1 %&!&-o*! %-#-&! !0)&#3o*!* #-#2 !-#2 !-#5d!(0R /&0,U!*.! !(6&~tS%-#!.! # ) !0Q&~tS%-#!/ %**}F#%I%6 !0%.!(1 % !-#}9,+% !-#M+)&!+!)1 ! )H(1 # !&w%= %,A)![+# !&%,+!5%**/&bD+#* #**! !&%3&!0O*|##46#h ! %07.(J(1 !0#;* #&7k(1&{;* (-#2.2 )y(1&h;*&~tS%-#!.4 #&#3&(L (,-#!.70}=J(1&}_;* (-#}9+?#1 #&#V&)y(1#1&!s}=~K}v1~w #&)kQ+C&!+!)1 ! 7e9%&I+/ C !&#3 4,_#!.*FJ9) !&%,+! *}=~K}v1}aF9!*5#** %&w%= ?,+/#1 #&4}D(1 /-#5J9%*&!+! ( % #0};.%J9!)1 ! 7H(1 ) !&#}] 2=,&(3 !&)L&#3: %, !&#3 4,_#!T#! !&%,+!5%** #&#}@(1 / (0W /&%}7!}l% /-#2 (-#2 (-#5d!(0R (&!E#}/&!;/&!+/5#*!*&u;* /*~:/#C6#I}*!& V.*U! ! %07./(1#1&h+! /-#2.4 /-#5.70U #H9!&oS%-#! #&
%3}@9! /-#}9 %&w%=,+(&~tS%-#!.)A)-+9#1 )A)}E.W&!D}T(1 % /-#M.!}@+# ! %y 9&!DB:9%/&%+# 9&!DB9%* (-#5&!H+#*&!+! 4 70U+%)1 ! %H(1 #&%L&!+#(1 !&]y(6 !&@@%,d!!/&T*&P%L !&)3 ),A)!0},+#* !&%,+!5%**&I+! #&%LJ9! )A)@% )A)}h%&(DNKJ9! )&~(%,+2 7d!(&%e(1#1 *&(, 4 204.%-#]A)!i!!!!!!1}=0*J9# %-#MA)!.9&#D0*J9# %-#2+? %-#(+C %-#!.4 4=+7&!+#)1 # 7H(1 #&)3.5 C,A)!}xih~@}s}+~-}@s}IYJ9( #&%,+# ? 5,A)!}xih~@}s}+~-}@s}IY9%5(** 9&!D}T9! 4&%,+4 %-#0+? %-#5+%&!+#)1 # 7}D9% #&)3.C %,A)!&!D^J9) # 4,+# ? C,A)!&!D^9!*5#**&u+! W&!D}T9! ( )A)!R)  ( )A)2R)- ( )A)0R)M ( )A) &!D}T}7!}l% ( )A)}h%qT#}d% ( )A)@%qT#@% ( /0W ( )A)M.9 (A)0.W 9 W^QR)0 (-#2 2 /-#2 /-#50} &)3oC!!&!+! /&!E#}/*/ !0#+!* *& ,U! !*~d#)/6)I%h !&!07.#(1#1&h+/ %&(}@9! %&oS%-#!&%}]k9!&~tS%-#!.(A)M+7 #-#2+4 (A)2+2 (A)!.? #-#Mn0*(1#1 2 #-#U&%,n0*J9!&% (A)00},J9!&% 70},J 7&%DB:9! % 2o) 4=&(,e+)**&!+!)1 )&%L.) ! %}@L(1 !&)3 (,A)!q.C C}r&!s}P+) !&%,+!5%**&I+/ )J9! #-#T #E#0 # 7&%DB}7!}2 # 2o).!E#}/ # ?o)E#- # (A)0&%DB}7!j (& ,+) ! 4=+% #-#T+#&!+/&!+!)1 ! %H(
1 #-#5 !&#3, )A)!qT#! !&%,+! )&2,+)5%***/ !0#+/* /*(!&4*?!&oS%-#!*?!&~tS%-#!*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)M/&bD* %& ,U!*]! !0!.!(I !A)!/&bD**}2%%6 !0!.!J(1&bD;* !-#U.%(I !-#0 %&!D0}.n %nx/&!D**B##6%I !0!.!J(1&b;*&I+# %i!!!!!!1}=Y(1#1 % !-#U.)n.(}UJ % %o7~6}T:9! % (}T(1 !-#] )k9%* ! %R)!&!+#** #*})! !0!.!(6 !a!f#U !a!f)!&!/&b**n#)#6%I%h !0!.!J(1&b;*&I+/ #&P%y(1#1 % !-# }D9! ) )~ &!D}T ( (~ &!D}T:J(1#1 )&!DK (&!DK:9# ( )x&6D[.7i!!!|PP~kHKJ9!&~tS%-#!.4 !-#M&%02&}_+/ 4 !-#}&0(.2 2}r&!s}Q9# !-#5 !-#}&./ !-#-=&#3, 4 /&#3oC!! !-#0 !-#-&/3,./ #}7!}# / %}7!M / 7R)0 / (R)2 / )R)!&!+/ ! !-#-&%,.%&! % !-#].#HQE#- # !-#U.%k(1 ! %&%,E#U* ! !A)!&%D[R)!5#**&}_;** /*g%#6 !0!.!J(1&b;* !-#U.# %y(1&I;*&~tS%-#! !-#5 # !-#].)}D(6 % !-#-, )X/ %* !-#}&=&#3, !-#M&#3oC!!&!*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)0/&bD* %& ,U!*p! !0!.!(I !-#Un/&bD**A! !0!.!J(1&bD;* % %}T(I&}_D/ !-#0 !-#U %0}.n**~o%#(I/6 !0!.?J(1&bD;* %&%k )&#k:(I&{D/&}#&M %&%eQ+C ?-#U+*&!+%&!+!)1 ! *H(1 # C ? !0/.5,d!!e+2 ( 5A)0[ ( 2Q+( !
&%,+! % 2,+%5%** %(I ( %n./x+4&!+!&!D+()1 ! *H(1 ( ? !0/.2A)0 4~ .7 7N[ ( # 2 C,d!!eQ+( !&%,+!5%** ( /&6D[x /x}~/&!D*+( 4 ( )&%eQ %n )Q**G%%I !0!.!J(1&bD;* !-#U %y(1&ID;*&{D+) ! %0/+!#1#1#1#1#1#1 #W/()#%!/* !A)0+)5(* !A)2;* !A)!;* !d!}#n;* !d!Mn;* )*}i###I)6}*!&0V.2U! !0!.4(1#1 %&%k(1&{+%5%* 4-#U.7J(1&u+%5%*&!+!)1 %&%e ! 7}@L(1 (&!D 4 !0/A)0.( (&!DYQ[+( !&%,+!5%** 2&2, # )0+0.t&%D[i!!!!!!|vN+/ (&!D^J(1 / 7nNo)+%5%* ( /N+(&!+%&!+!)1 (&!D}UJ ! 7}D:J(1 ! %&!D 4 !0/A)0./ /&!DYQ./&!D^Q+% ( /~ +( !&%,+!5%***/&b+%* 2&0,U! %*t%#(6#b&h+( %&%V&PP!y(1#1&I+( !J #&S#V&@b}@:9!&}^+(0}&J9! !~-.7 %&;,&~lP)L.4~-ba#}f.2 7a/}fIajI0l./J9! 2~& /,.) #E#  ) 4E#}& ) %E#M ) !E#] ) /E#5 ) /E#2 )a!f#U )a!f)! ) )&j,E#0&# )0&.(9! )0E&}^+(** (*}R%)6 !0!.!J(1&bD;* !-#  %y(1&ID;* !-#0+) !-#U+(&!+!)1 ! (H(1 % !&/3 ),d!Me #,+# !&%,+!5%** #n*}2#%6%I}*!& V.%U! !0!.!(I %&2, !0M %A)2/&bD* %& ,U!*~w%#76#I}*!&@MV.#U! !0!.%(I #&@2,&!&@0o*! #&!&@2o*! %-#U+)&!+!)1 ! )H(1 #&@2, % !0/.(d!}#.4&)3,.7 (A)0 7A)![R)! 4&#3 #,.( (-#!&%,E
#! !&%,+!5%**&!+%&!+!)1 !&@#H(1 !&#3 #,-#!.)(1 #&@2, !&)3,A)! )nx.? 2K %L+% 2 ? %Q+2 / ! %Q+/&%+%* !&%,+!5%** /n/&bD* #&@M,U!*2! !&-0}B*2! !& 0}B*C! !&;,&XL*(!&%*~c%#%h%6 !0%.!J(1&b;* %&6H(1 !-#}& !-#M, %y(1&}a;** #&?k(1&{;* #(1&{&! ) !-#}9 %&! %&6HQ&w%=, #&)3,A)j}TQ;*&}_&I&! )&!DYQ )q.( (}r&!s}QQ.#J(1#1 %&6H(1 !-#}9 %&w%=, )R)j&!+#5%* !-#}& !-#M,+/ !-#}9+!&!+#&!+%)1 % /H(1 %&w%= !, )R)j %&%,+%5%**** #*d! !0%.!J(1&b;* %&%k(6&{/ !&!E#}/ ! %&%e}7!}6&!**}?%%6 ! %09.)J(1 !0#;*#6 #&6H(1&I # )-#}&}D9%}%* )&!E#}/ )-#}9 %&w%=, #E#}h%&!**}8! !0%.!J(1&b;* %&6e(1 !0J&!;* !-#M %y(6&}a/ ! %0}A !&!E#}/&!**9!&!&}^ !&!0OQ*}{%%)6 ! %07.(J(1 !0#;* #&7k(1&{;* (-#2./ )y(1&h;*&!+!&~tS%-#!+4 ( % #0};.%J(1&u;* #&#3&(L (,-#!+#)1 ! #H(1 !&#3 4, ) !&#}] /=,&(3 !&)L&#3: %,_#!T#! !&%,+!5%**&!*~?%#)6%I ! %07.)J(1 !0#;* )-#2 )-#50U.!0y(1 )-#}9+(&~tS%-#!.#&!&~(%o*! # %&w%= (,.%A) R)! # %A)-R)2 # %A)MR)0 %A)0+/ # %d!}l%nR)  # /R)M # %_#@%tR)@% # %_#}d%tR)}h% #&~(%, %-#2 )-#2 )-#50} &)3oC!!/&}^+!* !*~Q%%46 !&!07.%J(1 
!0#;* %-#( %-#2 %-#U=,&(,0y(6&!+!&~tS%-#!+) %-#T./-#0 %e(1 %-#}/+( %-#-+4 %d!j+#* )a!f)M ) (nR)2 ) #&! (QnR)0 ) 4&! (QnR)! )& ,+# ( %-#2=+%)1 ! %H(1 # /-#5 !&#3,_#!tR)! !&%,+! #&2,+#5%** # )V&)}[/&}^**+! !0%.!(I !-#2 !-#( !-#!,=n/&bD**~7%%?6 !0%.!(1#1 % !-#Uk9! !-#T-#(+# !-#(.)&;,&XL.2 )e9!&~tS%-#!+/ )&#3+?)1 % (H(1 ( 2=&#3 #,+4 ) (=&#3 /,+7 # /e(1&!+!)1 ! )H(1 !&#3.C 7, 4 C,_#!T#! !&%,+!5%**/ 7 4 ?oC!!* (&%,+(5%** /+#** #*} ! !0%.!(6 !-#T-#(/&!**f%%6 ! %07.)J(1 !0#D;* #&?y(I )-#}9 %&w%=, #&)3,A)j/&{D**C!&~US%}.)!~6*C!&~MS%-#!n*}A%(6&~ES%-#!+#&~QS%+!)1 !-#!.!(1 % ! #,.!-#!.) % )kQ+% !&2,+!5%** %&0V&! %Qn*Z!&~IS%-#!&~MS%-#!Vn*~/2);6)I%h}*!&w#V.4U!&{D+p )&#k /&%k:J(1#1 )&#3&}hS%,-#!.WJ9! /&%e(1 Wd!!&%LJ9%* Wd!%&%e(1&ID+p (&!D^J9% (q.M M}r&!s}Q9%* !0%.!J(1&bD+p5%* !-#M %y(1&}aD+p5%*&hD+p !-#U.) #&%Vy9!&oS%}6#! #~- !-#(.7&;,&XL~- !-#!.C&;,&XL.?~-Ib}I9! ! )&!0}?&}d}b%-#!k9!&!+)&~tS%-#!.2 # ?=&#3,+? # C=&#3 2, 7 # ?0Q 2 !-#! # 20Q !-#5d!(+l !-#( !-#2+C&@}b%-#!+; 2 !-#! #02 ? !-#( #02 ! %0C-#
! !-#2 2 !-#!&;,&XL.7 # #&;,&~lPPP)L&#3 ;,.50}* # C=&;,&~lPPP)L&#3 5,+O&;,&XL+*)1 # )H(1 )&#3 ;, ) 7=&#3 2, 70(.MT#! )&%,+)&}_D+p M M}r&!s}P9%5#** # !-#2=+7&!+))1 ) 7H(1 )&#3+0&}_D+p )&%,+) 5 0,_#!.M M}r&!s}P9%5#**&%+0 #&%e(1#1 !d!}5&%LJ /&%e:9! Wd!2&%LJ9! ! %0}#&!H+0**&!+7 ! %0C+])1 # 7H(1 7 C=&#3 5,+9 !A)0q+M&!+))1 ) CH(1 )&#3.Z 4&0,, 9 Z,_#! M}sT#! )&%,+)5%** ]-#( C 4&0, 7 !-#!&;,&~lPPP)L=&#3 2,&! !d!}5Q * 7 *=&#3.) O,.90; 4 l}7!! 4 7&#3 ;,_#!tR)2 9 ) ?,.) !-#(.9&;,&XL.Z ( 4 W-#(O} !+p 7&%,+7 /&%e(I 9n+}  4d!!J(1 )&%D } x Z )0j* p } x/ p* }![+}!5%** }! #nx+p l&%L C&#H 0::J(1 ?&% ? * 4&0,00 4_#0ti!!!!!!|vN+p* 4 ?E#U 4 5E#  4 ;E#}& 4 2E#M 4&%}7!] 4 #E#0 ! % 4&0, # *=.)&#3 O,0i(1 !-#T-#( O )&#3oC!! ! % # 2 50}@ !&!}7!j/&}_D+p*** 4&w#,U! p*} ! !0%.!(6 !-#T-#!/&!**U%%6 ! %07.#(6 #-#}9 %&w%=,d!}l%/ !0#**~-%%)6 !(1 !&0}] !&PP)L&!H,1!&6e(1&}^;**v!&03&~;}b%V+!#1&~ES%-#!.%(1&~IS%-#!.# !e9%/ !&@%}@9%&~ES%&~;}b%E#!&~l}b%a%f)!&~;!+#&~;}b%+%*&~IS% !E#! ! %,.)&5V ! #V.!E#! )&0V&%E#! % #,&0V !0r*0}&
}%&!*} ! !0%.!(6 !-#T-#2/&!**K%)6&b+# !&PP;L.%&cS%-#!}@(1#1&|S%-#! %&)3,.%}1%( !&Z}]H9! %d!4.)J9! %-#! )&#3&~0S%,-#!-#!O)! !01&!+#** #*U%%6 ! %09.#(I #-#}9 %&w%=,A)-/ !0#D**~n#)?6#h%I )&%k(1&{;* !0%.(J(1&b;* (-#M %y(1&}a;* (-#U #&%Vy(1&h;*&!+! ) (-#T-#! (-#! #0k+7&@}b%-#!+2 ( %0C+/ (-#2+? 7 (-#!.) #02 (A)0 /-#! ? 7 )&;,&XL # 20}* # ?=.4&;,&~lPPP)L&#3 2,+)q+W#1)1 ! 4e9% !&#3.C 2,_#!.9 9}r&!s}P(1 ) C, 9 W}sT#! !&%,+!5%**&}_;* (-#(&;,&XL.C&! 7&! (d!}5Q.4Q+* /-#(+5 (-#T-#(+/ #+!)1 !(1 5 ? ) 4 C /0; !&%V+! C&#3 /,+/ *&#3 4,+4 ?&#3 ),+)5%** ( % # 7 20}@&!*(!&!*m%#%I*6 ! %09.)J(1 !0#D;* )-#2.2&#3+/ )-#(&;,&XL+? )-#!&;,&XL+C ) %0C.!-#(+4 !-#!+7&!+!&%+()1 ! 2H(1 !&(3.% 4,+* % 7,+5&!+%)1 % (H(1 # 5 %&(3.9 7, / C0p * 4 9, / ?0pN.# # #[ ! %eQ[+# %&%,+%5%** (&%,+( !&%,+!5%**&!D # #&!DYQ}~ )A)0}xN*}H%#I&{D+# !&(y(1#1 !&#3&~p@%,-#!.!J9!&hD+# %&%V&PP!k9! !A)0 %nx.# !A)2.) # )YQ+#** #*n7)46%h)b}*!&~M!V.*U!&h+9 !&%V&PP!k %&%V&PP!k: #&%V&vk:J(1#1 )q.O O}r&!s}Q(1&}_+95%*&}_&I&! (&!DY.;Q (q.O O}r.O&!s}QQ+9
 O&!s}Q ;:9!&{+9 /&(k 7&%k:9! /&#3&~p@%,-#!./J9! ! %H(1&h+9 79%*&I+9 2&S V&@g}@ 2 ?}@: C&S2V&@}^}@:9! * )R)}? * /E#i * #E#1 * %E#}9 * !E#T&}^+90}&J9! * *}.)}?f)0 * *8!)T8*)! * 7}7!j * CE#}/ * 4E#  * (R)M * 2E#U * ?E#- *0)+# ?~- 2~-I.Z *0}!~-ba)}f+l C *-#2 *-#!&;,&XL, *-#(&%3&}),&gL,=&%,&bL&#3.W~- Z #~-ba#}f.] l Zaw%bIIIac!I0l.#J9! W ]~& #,.; l~&,.5,./ *8!)T8*)! / CE#U / ?E#}& / 2E#M&!+2 /&!E#}? /&%}8!}6 / 7}7!}5 / 4E#  /a!f)1 /&!}7!f / *}.)}?f)0 / /&~M!,.4E#}9 / Z~&.7&w%= 4,.4E#T 5&! Wo*! 4 5E#! 4&!E#0 4 C *-#!&;,&XL.?=&#3 5,.5E#( 4 5 C *-#(&;,&XL.W=&#3.0,.5E#2 4 5 0,E#5 *-#2.4 W=+5 4 ?=+?)1 7 2k(1 /-#}9 2&w%=,.4&6E#}h% 4&!E#5 4 ;E#2 4 ?&#3 #,.WE#( 4 #E#!&j+#)1 #&@%H(1 # 4,a!f)! #&2,+#5%** 4a~6}w~?}p~j~1~[N};f)g 4a~+}n~W~E~i~u8~svf)}M 4a~J}x~2m~I}x~2~rvf)}E 4a@@@@@@@~tvf)}? 4 (R)j 2&%,+2 5&#3 W,+# *0}!&)3 ;,+;5%** /0J&% /0&.#(1 C %&;,&~lP)L !&;,&~lP)L,= *&T, C&~;!0}?0O(1 #+95#/ #01** /0e** *&~M!,U! 9*}1%%6&~tS%-#!.%J(1&}^;*&oS%-#! !}@(6&h/&!&}_ % !0}=Q**}j#)(6%h%I ! %09.)J(1 !0#;* )-#}9
 %&w%=,A)}^&!DB(1 )-#! )-#(H(1&h;** #q.7 7}r&!s}Q(1&}_;*&u+! )-#}/&%e(1#1 % )-#-H9! ) )-#T.(-#0H9!&@}b%-#!+4&~tS%-#!+/ (-#!.! )-#!.(&%02 ! ! (&;,&XL.(0(.7}=2~b}9})}R(I ! !&( (0p/ 7t*}~.2&!D}T(I&#D&#D # #&#D^Q.#}y #&bDYQ 2x/&!D* ( /0j ) %&% / 40H+!** !*U%%6 ! %09.#(I #-#}9 %&w%=,A) / !0#D**}P! )&%k(1&{;* !0%.!J(1&b;* !-#M %y(1&}a;* !-#U #&%Vy(6&h/ ! % # ) !-#T-#2 !-#( #0k&@}b%-#!0H**4! !0e*^#%}a%6&!+))1 ) /}@(1 )&#3.( %,.78!(!+4 7 4 !8?#U # (,8!(! !8?#!8m% 4 !8?#(8m%8c%8m%8~b%8*(! )&(,+)5%***~-%##h#6 %-#2.! )&%,=+? ! )=+) 4-#!.!A)!q #-#!~2}t.( /q.7}s+2 ( !A)Mq}s 7}s %A)0q.(}s+7 4-#2+% 4-#5+C 4-#(+4 #-#0+#)1 ) ?}@(1 )&#3.! 4, 7 ! #,_#!}sT#! ! %, 2 ! C,_#! (}s}sT#! )&%,+)5%***~Y/)#65I%h}*!&[5V.)U! 4 (t.?R)}? 4 #-#5_#!.pt.CR)1 p&!s}SJ (&!s}SJ %A)0&!DB::(1 4-#(+! 4-#2+7 %-#2+%&!+#)1 % #H(1 #&#3.2 7,&!E#! ! 2,&!E#! #&%,+#5%** 4&!}7!}N/ #-#0+2 )&}d5, %-#2 !-#204.7-#!+# 4-#!A)!+* 7 ! %0] 7 2 )&@2,0}3+9 7 7-#! 7-#( %A)0 C / /N ?N.O0}:0}4 4-#5+2&!+!)1 ! #H(1 !&)3 ), !&#3 2,_#!t /NR)! !&%,+!5%** 
7-#0 # ) )&@(,.!0}( ) ! #0})+W 7-#2+7&!D+?&!+!)1 ! #H(1 ? )&@(,.2 !&)3,A)! ! #=&)3 7, 2 #0})N[+? !&%,+!5%** W ?x&%D ? W^Q.Z * 9 C[ %A)0.*Nx.;N+l 4-#!A)M ;N+]&!+!&!D+?)1 ! #H(1 ] !&)3.% )&@2,,.7A)!N+5 7 5R)! l % )&@(,,.%A)!N+0 % 0R)! ? 5 0N[+? !&%,+!5%**&%D+5 * CN ?N}x.? 9 *i!!!!!!|vN ;N.9N}x.* W ZN 9 CNN Ox}x.C[^(1 * ? C~ x+5* 4-#2+% 4-#(+4&!+!)1 ! #H(1 !&#3.7 4, !&)3.2 )&@2,,A)! /NqT#! % 7, 5 2 )&@(,,A)!NqT#! !&%,+!5%*** )&[5,U!*}D%#6&!+()1 # (k(1 (&#3./ %,.4 ! /,8!(! 48!(!8~b%8*(! (&(,+(5%** % #0(ti!!!!!!|vN*}%! ) )A)- )A)M )A)2N[R)-&%*~,))(64I%h}*!& V.4U! %0)+7 (a!f)M#6 %A)0&!D}T(1#1 #A)2&!D^J9! #A)M&!D^J9! )A)!+C (-#]+2 4&(, %-#2 !-#204./ ! %0] /0}5 / /-#! /-#( %A)0 #A)2 #A)M0}:0}4 /-#0 %-#2 (-#0 %0)&#3,.!0}9 ! 2 %-#2 %-#!&;,&XL (-#00d /-#5 %-#2 !0}9 ! %-#2.! %-#!&;,&~lPPP)L=&#3./ 2, ! %-#(&;,&XL / (-#0,0d (-#!A)!+* (A)}E+5 %A)0+? #A)0+9 #A)2+W ( (-#0.!E#] ( * 5 ? ?NN W 9[Nx C}yNR)M&! ! 70(.; ;}r&!s}Q9#}% (A)M+?** ) )A)- ?}x (-#] 70}/tN (-#!A)M.?&%D ?&%D^QN[R)-&%* 4& ,U!**~!%7!&@@%
*p}6}6}6E%}6EEEE%  }6TfEETTT!&[@%*}#}a]~.H~^}_}sv}a]~.H~^}_]1%!!!#!!!)!&~A@%*}3%%!!!!!!!!|v!!!|PP~kH(!!!/!!!)!!!!!!!%!!!4!!!%!!!M1!&}dS%*411!!}W1!&}sS%*%%!&[S%*/7!!!2!&~3S%*4[1!!~!1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,
LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),c={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},h=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function f(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var m=t=>t.length>80?`${t.slice(0,79)}…`:t,p=t=>m(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${m(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?p(t):m(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${b(r)}`)
function A(t,e,r){const s=v(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=v(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${o} numbers`)
return i}function v(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function E(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=E(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function S(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r)+n)
return s}function j(t,e,r){return r.get(e)??S(t,e,[...r.keys()])}function I(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function k(t,e,r){$(e)||w(`${t}: the argument`,"an object of options",e)
for(const s of Object.keys(e))if(!Object.hasOwn(r,s)){const e=Object.keys(r)
d("LORA_E_OPTION",`${t} has no option ${m(s)}${_(s,e)}; it has ${e.join(", ")}`+n)}}function N(t,e,r){k(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var M,F=/* @__PURE__ */Symbol.for("microlora 0.1.0"),P=globalThis
function T(t){const e=t?.[F]
"function"==typeof e&&e()
const r=M
M=void 0
return r}var x=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,F,{value:e=>{void 0===e?M=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:T(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return T(this)?.i??"Object"}toJSON(){return B(this).p()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=T(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.i} ${r(s.p(),e)}`}}
function C(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=x,W=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends x{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[W],configurable:!0})}free(){B(this).t()}[W](){this.free()}},D=[1,2,3,4,5],H=[[1,0,2,0,-1],[0,1,0,-2,1]],U=[[1,2,0,0,4],[0,2,4,0,-2]],G=[1,0,-1,2,.5],J=[2,3,1,4,10],q=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],Y=/* @__PURE__ */new Map
function V(t,e){Y.set(t,e)
return t}var Q,X,K=4293918720,Z="this is not the microlora.wasm of this release: take the one beside this script",tt=(t=16777216)=>R("memory (bytes)",t,131072,K),et=class{i="Engine"
E=!0
wa=Y
f=new Float32Array(0)
O="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.c.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&d("LORA_E_MODULE",Z)
this.P=e.memory
this.c={...e}
this.Q=1===this.c.lora_simd()}p(){return{simd:this.Q,memoryUsage:this.F()}}F(){return{used:this.c.lora_memory_used(),free:this.c.lora_memory_free(),largestFree:this.c.lora_memory_largest_free()}}m(t,e){return new Float32Array(this.P.buffer,t>>>0,e)}R(t){this.c.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.q()}q(){const t=this.c
this.f=this.m(t.lora_transfer(),t.lora_transfer_size())}},rt=B,Engine=class extends x{constructor(t,e,r){const s=new et(t)
s.E=r
s.R(e)
super(s)
this.simd=s.Q
C(this)}get memory(){return rt(this).P}get memoryUsage(){return rt(this).F()}grow(t){rt(this).R(R("grow: bytes",t,1,K))}},st=t=>function(t){const{c:e,f:r}=t,s=e.lora_create(5,5,H.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(D)
e.lora_forward(s,0,1,1)
const i=t.m(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[H,U].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(J)
r.set(G)
e.lora_adapt(s,0,1,1)
const n=o(q)
e.lora_free(s)
return i&&n}(rt(t)),ot="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",it=t=>"WebAssembly.Module"===y(t)
function nt(t){const e=N("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:tt(e.memory),simd:void 0===e.simd?void 0:I("simd",e.simd),warnings:I("warnings",e.warnings)}}function at(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function ct(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||it(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ht(t){if(it(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function ut(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function dt(t){const e=it(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function lt(o){if(void 0!==o.simd&&!0!==o.simd)return
const i=function({frequent:t,text:o}){const i=new Uint8Array(128*(e.length-r+1)),n=e.length;(t=>[.../* @__PURE__ */new Set([...t,...Array.from({length:256},(t,e)=>e)])])(t).forEach((t,s)=>{const o=s<r?s:s-r,a=s<r?0:1+Math.floor(o/n)
i[128*a+e.charCodeAt(o%n)]=t})
const a=new Uint8Array(o.length)
let c=0
for(let t=0;t<o.length;t++){let e=o.charCodeAt(t)
if(10!==e){e>s&&(e=128*(e-s)+o.charCodeAt(++t))
a[c++]=i[e]}}return a.slice(0,c)}(t)
if(it(i))return i
try{return new WebAssembly.Module(i)}catch(t){if(t instanceof RangeError)return i
if(WebAssembly.validate(i))throw t
return}}var ft=(t,{memory:e,warnings:r})=>new Engine(t,tt(e),r)
function mt(t,e){const r=ft(t,e)
st(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){at()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ht(e)}(t.module)
return mt(await ut(e),t)}const r=lt(t)
if(void 0!==r){const e=ft(await ut(r),t)
if(st(e))return e}!0===t.simd&&d("LORA_E_SIMD",ot)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",ot,t)),o=ft(await ut(s),t)
st(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return ct(r,t,e)}}function gt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(P,F,{value:t,configurable:!0})}(t)
return t}async function _t(t){const e=nt(t)
if(void 0===Q){X??=pt(e).then(t=>Q??=t).finally(()=>X=void 0)
await X}return gt(Q,e)}function yt(t){const e=nt(t)
Q??=function(t){at()
let e
try{if(void 0!==t.module){e=ht(t.module)
return mt(dt(e),t)}const r=lt(t)
if(void 0!==r){const e=ft(dt(r),t)
if(st(e))return e}return d("LORA_E_SIMD",ot)}catch(r){return ct(r,t,e)}}(e)
return gt(Q,e)}async function bt(t){return pt(nt(t))}var wt=class{i
b
d=0
constructor(t,e){this.i=t
this.b=void 0!==(r=e)?function(t,e,r,s,o){const i=T(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[F]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,"one of init or createEngine",r,o)}("engine",0,r,et,"LORA_E_OPTION"):B(Q??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}G(t,...e){this.d=function(t,e,...r){const s=t.c[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.c.lora_memory_wanted()} bytes in one piece, and ${t.F().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&f(s,e)
t.q()
return s}(this.b,t,...e)
this.b.O?.register(this,this.d,this)}a(t,...e){const r=this.b.c[`lora_${t}`](this.d,...e)
return r<-1?f(r,t):r}h(){0===this.d&&f(o.LORA_E_HANDLE,"after free()")}t(){if(0!==this.d){this.b.O?.unregister(this)
this.a("free")
this.d=0}}p(){return{...this.j(),...0===this.d?{freed:!0}:this.r()}}j(){return{}}r(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),vt=class extends wt{constructor(t,e,r,s){super(t,e.engine)
this.u=e.engine
this.ma=r
this.s=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,c=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=E("alpha",e.alpha),l=R("batch",e.batch,1,1024),f=j("optimizer",e.optimizer,h),m=e.optimizer,p=R("seed",e.seed,0,2**32-1),g=I("sharedIO",e.sharedIO),_=void 0!==o
this.G("lora_create",n,a,c,u,void 0===e.learningRate?this.b.c.lora_default_rate(f,n):L("learningRate",e.learningRate),f,p,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=c
this.alpha=u
this.batch=l
this.seed=p
this.sharedIO=g
this.residual=_
this.optimizer=m
try{this.v(i,{})}catch(t){this.t()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}j(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get H(){return this.a("option",0,0)}v(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=N("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.b.c.lora_set_option(this.d,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&f(e,r)}}S(t){const e=this.g(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.b.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}T(t,e){const r=this.g(t),{A:s,B:o}=N("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{c:i,f:n}=this.b
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const c=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
c<0&&f(c,"setWeights")}})}},Et=["sum","mean"],Rt={loss:void 0,delta:void 0,reduction:void 0},Lt=class extends vt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
w=this.input
x=1
o(){this.h()
if(0===this.input.length){this.inputs=this.I("lora_input",this.in)
this.outputs=this.I("lora_output",this.out)
this.gradients=this.I("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}I(t,e){const r=this.b,s=r.c[t](this.d),o=r.c.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,i)=>r.m(s+i*o,e)))}U(t,e,r){const s=this.g(t),o=this.b
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.f.set(e)
i=1}const n=o.c.lora_forward(this.d,s,1,i)
n<0&&this.k(n,"forward",s)
if(void 0!==e){this.o()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}y(t,e){const r=this.g(t),s=this.b
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.c.lora_adapt(this.d,r,1,o)
i<0&&this.k(i,"adapt",r)}V(t,e=this.batch,r){const s=this.g(t),o=this.b,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.f.set(e)
const a=o.c.lora_forward(this.d,s,n,i?0:1)
a<0&&this.k(a,"forwardBatch",s)
this.x=n
if(i&&void 0===r)return
const c=this.na(n)
if(void 0===r)return new Float32Array(c)
r.set(c)
return r}na(t){const e=this.b,r=e.c.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.w.length===s&&this.w.byteOffset===r||(this.w=e.m(r,s))
return this.w}W(t,e){const r=this.g(t),s=this.b
let o=this.x
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.c.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.k(i,"adaptBatch",r)}l(t,e,r,s,o){const i=this.g(t),n=this.b
let c=0,h=1,u=0
if(void 0!==o){k("learn",o,Rt)
const t=o
void 0!==t.loss&&(c=j("loss",t.loss,a))
void 0!==t.reduction&&(u=S("reduction",t.reduction,Et))
void 0!==t.delta&&(h=function(t,e){const r=E(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta))
1===u&&2===c&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.f.set(e)
n.f.set(r,e.length)
const l=n.c.lora_learn(this.d,i,s,c,h,u)
l<-1&&this.k(l,"learn",i)
this.x=s
return l}X(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.l(t,e,r,o,s)}Y(t,e){const r=this.g(t),{b:s,d:o}=this,i=s.c.lora_adapt_with_reward(o,r,E("reward",e))
i<0&&this.k(i,"adaptWithReward",r)}k(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}f(t,e)}},St=B
function jt(t){const e=St(t)
e.o()
return e}var It=class extends z{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
C(this)}get input(){return jt(this).input}get output(){return jt(this).output}get gradient(){return jt(this).gradient}get inputs(){return jt(this).inputs}get outputs(){return jt(this).outputs}get gradients(){return jt(this).gradients}get paramCount(){return St(this).a("param_count")}get learningRate(){return St(this).H}set learningRate(t){const e=L("learningRate",t)
St(this).v(i,{learningRate:e})}},$t="MicroLoRA",kt=B,Nt=class extends Lt{r(){return{learningRate:this.H,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends It{constructor(t){const e=N($t,t,c)
super(new Nt($t,e,1,0))}forward(t,e){return kt(this).U(0,t,e)}adapt(t){kt(this).y(0,t)}forwardBatch(t,e){return kt(this).V(0,t,e)}adaptBatch(t){kt(this).W(0,t)}learn(t,e,r){return kt(this).l(0,t,e,1,r)}learnBatch(t,e,r){return kt(this).X(0,t,e,r)}adaptWithReward(t){kt(this).Y(0,t)}get deltaNorm(){return kt(this).a("delta_norm",0)}get adaptCount(){return kt(this).a("adapt_count",0)}get forwardCount(){return kt(this).a("forward_count",0)}getWeights(){return kt(this).S(0)}setWeights(t){
kt(this).T(0,t)}reset(){kt(this).a("reset",i)}},MicroLoRA=class extends Mt{static i=V("MicroLoRA",this)},Ft=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Tt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),xt="ScopedLoRA",Ct=B,Bt={...c,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=class extends Lt{constructor(t){const e=N(xt,t,Bt),r=void 0===e.scopes?Pt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Tt:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${p(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${m(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=I("categoryFallback",e.categoryFallback)
super(xt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.va=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.la(i)}j(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.j(),scopes:t,categories:e,categoryFallback:r}}r(){return{learningRate:this.H,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}la(t){this.a("set_category_fallback",Number(I("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.va.get(t)??d("LORA_E_SCOPE",`there is no scope ${m(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},zt=class extends It{constructor(t){super(new Wt(t))}get scopes(){return Ct(this).scopes}get categories(){return Ct(this).categories}scopeName(t){const e=Ct(this)
e.h()
return e.scopes[e.g(t)]}forward(t,e,r){return Ct(this).U(t,e,r)}adapt(t,e){Ct(this).y(t,e)}forwardBatch(t,e,r){return Ct(this).V(t,e,r)}adaptBatch(t,e){Ct(this).W(t,e)}learn(t,e,r,s){return Ct(this).l(t,e,r,1,s)}learnBatch(t,e,r,s){return Ct(this).X(t,e,r,s)}adaptWithReward(t,e){Ct(this).Y(t,e)}deltaNorm(t){return Ct(this).n("delta_norm",t)}adaptCount(t){return Ct(this).n("adapt_count",t)}forwardCount(t){return Ct(this).n("forward_count",t)}get totalAdaptCount(){
return Ct(this).a("total_adapt_count")}get totalForwardCount(){return Ct(this).a("total_forward_count")}get categoryFallback(){return Ct(this).categoryFallback}set categoryFallback(t){Ct(this).la(t)}getWeights(t){return Ct(this).S(t)}setWeights(t,e){Ct(this).T(t,e)}reset(t){const e=Ct(this)
e.a("reset",void 0===t?i:e.g(t))}},ScopedLoRA=class extends zt{static i=V("ScopedLoRA",this)},Dt="TrajectoryBuffer",Ht=B,Ut=2**32-1,Gt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Jt(t,e){const r=E(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var qt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Yt=class extends wt{constructor(t){const e=N(Dt,t,Gt)
super(Dt,e.engine)
this.capacity=R("capacity",e.capacity,1,Ut)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.G("lora_trajectory_create",this.capacity,this.dim,this.operators)}j(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}r(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static i=V(Dt,this)
constructor(t){const e=new Yt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
C(this)}record(t,e,r,s,o){const i=Ht(this)
A("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
Jt("executionMs",s)
Jt("baselineMs",o)
const{c:n,f:a}=i.b
a.set(t)
const c=n.lora_trajectory_record(i.d,e,r,s,o)
c<0&&f(c,"record")}get length(){return Ht(this).a("trajectory_length")}get totalCount(){return Ht(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Ht(this).a("trajectory_success_rate")}get bestImprovement(){return Ht(this).a("trajectory_best_improvement")}get meanImprovement(){return Ht(this).a("trajectory_mean_improvement")}get variance(){return Ht(this).a("trajectory_variance")}get bestAttention(){return Ht(this).a("trajectory_best_attention")}
highQualityCount(t){return Ht(this).a("trajectory_high_quality_count",E("threshold",t))}countByOperator(t){const e=Ht(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Ht(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.b.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Ht(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=j("statistics: by",t,qt),r=(t,r)=>Ht(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Ut)
const r=N("sample",e,{by:"uniform",seed:1}),s=1===S("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Ht(this).a("trajectory_draw",Number(s),o,e)))}reset(){Ht(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Qt=class{constructor(t,e){this.i=t
this.e=e}p(){return B(this.e).p()}t(){this.e.free()}},Xt=class extends Qt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Vt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Kt=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Zt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),te=B,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(Zt(t,e,r))
super(new Xt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(){te(this).forward(0)}forward_array(t){return te(this).forwardArray(0,t)}adapt(){te(this).prepare(0)
te(this).e.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,te(this).e.dim)
te(this).prepare(0)
te(this).e.adapt(e)}adapt_with_reward(t){te(this).prepare(0)
te(this).e.adaptWithReward(t)}delta_norm(){return te(this).e.deltaNorm}adapt_count(){return BigInt(te(this).e.adaptCount)}forward_count(){return BigInt(te(this).e.forwardCount-te(this).hidden(0))}param_count(){return te(this).e.paramCount}dim(){return te(this).e.dim}reset(){te(this).e.reset()
te(this).reset()}},ee=B,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(Zt(t,e,r))
super(new Xt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(t){ee(this).forward(t)}forward_array(t,e){return ee(this).forwardArray(t,e)}adapt(t){ee(this).prepare(t)
ee(this).e.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,ee(this).e.dim)
ee(this).prepare(t)
ee(this).e.adapt(t,r)}adapt_with_reward(t,e){ee(this).prepare(t)
ee(this).e.adaptWithReward(t,e)}delta_norm(t){return ee(this).e.deltaNorm(t)}adapt_count(t){return BigInt(ee(this).e.adaptCount(t))}forward_count(t){return BigInt(ee(this).e.forwardCount(t)-ee(this).hidden(t))}total_adapt_count(){return BigInt(ee(this).e.totalAdaptCount)}total_forward_count(){return BigInt(ee(this).e.totalForwardCount-ee(this).hiddenInAll)}set_category_fallback(t){ee(this).e.categoryFallback=t
ee(this).forget()}reset_scope(t){ee(this).e.reset(t)
ee(this).reset(t)}reset_all(){ee(this).e.reset()
ee(this).reset()}},re=t=>B(t).e,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Qt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,re(this).dim)
re(this).record(i,e,r,s,o)}success_rate(){return re(this).successRate}best_improvement(){return re(this).bestImprovement}mean_improvement(){return re(this).meanImprovement}variance(){return re(this).variance}best_attention(){return re(this).bestAttention}high_quality_count(t){return re(this).highQualityCount(t)}count_by_operator(t){return re(this).countByOperator(t)}len(){return re(this).length}total_count(){return BigInt(re(this).totalCount)}is_empty(){return re(this).isEmpty}reset(){
re(this).reset()}}
export{Kt as COMPAT_SCOPES,Tt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,bt as createEngine,_t as default,yt as initSync}

