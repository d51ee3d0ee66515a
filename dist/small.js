/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,106,40,34,5,16,64,8,116,6,12,253,127,7,13,114,15,9,108,128,43,97,10,183,95,54,111,71,124,69,101,113,129,17,24,162,27,255,57,36,56,14,107,99,112,160,18,20,126,100,66,228,42,45,96,70,125,184,68,19,48,55,75,230,224,21,31,136,182,252,121,178,73,77,110,163,63,119],text:`!B}Y}X%!!!%}}#-e#77%7e%7%7e%7%Ie%7!e(7777%7e)777%7e#77%Ie!%7e4777777!e#77!e)777!e(7777!e)777%Ie/77777%7e!%Ie/77777!e87777gI7!e#77%ge#7I%7e)77I%7e(7I77!e/777I7%Ie#II%7e%^%7e)77g!e%7%ge/77777%Ie(7777%ge#7I!e%7%^e/77777%ge4777777%7e/77III%Ie/7777I!e/777II%7e#7I%Ie(7777%Ie(777I%7e47777I7%Ie*777II777777%7)}o%}m%%%%%N!/!C)!} 2!=2;!4}!C!%=!O*8*5==/}#2!%[}%!%j](N;*!]Q5}&)}()(})Cq*C /+)!)!())9/;=(4%(/!888###[%.!##}*T5(/4####8}+!/!%(!%#!%5VVVV},%!%%%4(844}-%j4()200p99(/%Y%==/)%!%42%7%&@@%*8~c=}84}XK}XG:u#!5?G:BE}TG:|B:_!7C?G:BEB_BY3!}f%C?G:BE?KB:y!}]} ?G:BEB_BY3E|}W3}VE:K|B:_!}d%5?G:BE}[K:}Y}WGy!}E9?G:BE}TKB3}Z:K}Y!@%N?G:BE_K}TB}Z?3E:B3K!}a%=?G:BE}Y}W}X_!}U=?G:BE}U:G|!}_0?G:BE}XK}XG:uE}Z}YK_!}Z0?G:BE}XK}XG:uE}T:KK!|O?G:BE}XK}XG:uE?B:}UK}Y3E}T:KK!}[[?G:BE}XK}XG:uE|By3K_!39?G:BE3:By}Y}TK:!}G[?G:BE3:By}Y}TK:E}Y}W}^K!}FC?G:BEX}VKXW!}c%=?G:BE}T:KK!g*?G:BEX:KB3K!}b%C?G:BE}WyY}Z3!u*?G:BEG}Z3Y}Z3!:9?G:BE}U:B_}WKy3!I[?G:BEYBXWK_EG}Z3Y}Z3!L;?G:BE_K?3BEyG:}X!M%0?G:BEB_BY3EXG}Zy3!}e%[?G:BE}TG:|B:_EXG}Zy3!^} 
?G:BE3G3B?EB_BY3EXG}Zy3!}TO?G:BE3G3B?E}TG:|B:_EXG}Zy3!K0?G:BEYB:B}XEXG}Zy3!Y*?G:BEGY3}WGy!}Y;?G:BE}YK3EGY3}WGy!}VC?G:BE:K}YK3!WN?G:BE}YK3EXB3K}UG:u!,}%?G:BE}YK3EXB3K}UG:uE}TB??}SBXW!}W9?G:BE:KB_E:G|!}XV?G:BE|:}W3KE:G|!}BN?G:BE:KB_Ey}Z}X}SK:}Y!y[?G:BE|:}W3KEy}Z}X}SK:}Y!}C0?G:BE}VB}YE?KB:yK_!}^N?G:BE:KB_E}TG:|B:_!G[?G:BE|:}W3KE}TG:|B:_!}Dp?G:BE:K}YK:}[KE3:By}Y}TK:!?} ?G:BE3:B,KX3G:uEX:KB3K!B} ?G:BE3:B,KX3G:uE:KXG:_!}M} ?G:BE3:B,KX3G:uE?Ky}U3}V!}PQ?G:BE3:B,KX3G:uE3G3B?EXG}Zy3!}I}&?G:BE3:B,KX3G:uE}Y}ZXXK}Y}YE:B3K!}J ?G:BE3:B,KX3G:uE}SK}Y3E}W}XY:G}[K}XKy3!X ?G:BE3:B,KX3G:uE}XKByE}W}XY:G}[K}XKy3!}OO?G:BE3:B,KX3G:uE}[B:}WByXK!}H})?G:BE3:B,KX3G:uE}SK}Y3EB33Ky3}WGy!_.?G:BE3:B,KX3G:uE}V}W}U}VEL}ZB?}W3uEXG}Zy3!}Q+?G:BE3:B,KX3G:uEXG}Zy3E}SuEGYK:B3G:!}Sp?G:BE3:B,KX3G:uE}U:G}ZY!}R]?G:BE3:B,KX3G:uE_:B|!ej?G:BE3:B,KX3G:uE}UK3!E]?G:BE3:B,KX3G:uE:KB_!}Nq?G:BE3:B,KX3G:uE}YK3E3G3B?EXG}Zy3!}Kp?G:BE3:B,KX3G:uE:K}YK3!}L=p%!&%*2}h%}k%}g%}i%}l%}j%r%F5%/C~e~*%}m%2! !&#0}-*2! !&%0}-**!&}_&^ !0%Q*q! !-#2 !-#(&;,&
YL !-#!&;,&YL,?*~1%%(}_ %(1 %&#3 !,+%)1 # !6!(k.# #6n%6b%+# ) !6!( .) )6n%6b%+) ( !6!(0.( (6n%6b%+( / !6!(!./ /6n%6b%+/ % !&1W.!H9!* # )6b%+# ( /6b%+)* )6q! )6q%}p )6q# )6q)}p}p #6q! #6q%}p #6q# #6q)}p}p}p*A%%7 !-#0 !-#].# !-#Tx(7 % !-#-, #Y/ %*&/3,*}F! ! #F#] ! %F#! ! #&2,F#O ! #&0,.#F#( ! % %?&)3.% #,.#F#2 ! % #,.#F#5 ! % #,F#0 !*+! !0%.!(7 !&! % !-#}& !-#O,wQ/&!**}M%)7 %&;L(1 %&;,&YL+/)1 %+) # (H(1)1 )&;L(1 )&#3 !,&!F#! )&%,+)5%** (&%,+( /&#3 !,+!5%****-%%7&hM%&hM%-#! !&0W.!-#!&^L.%WF#! ! %0})*}.%#7 !-#}9 %&r%?,.)d!}c%J(1 ! %0O+#* # ) #Q*}%! !&!D}TJ ! %XJ:J ! !t8~5BL*~P(#/}_=7 %&#3+; (&#3 ),+0#1 /&%f(1 (J9% %&(3+9 %&k?+V %&/3+5)1 %(1 )6!(k+8 )6!( +2 )6!(0+= )6!(!+C ;+* #+()1 ! !6!(! C (6=#!.46n%6~b%6*(! ! 9,./ /6!(! = 46n%6~b%6*(! ! 5,./ /6!(! 2 46n%6~b%6*(! ! V,./ /6!(! 8 46n%6~b%6*(! !&0,+! (&(,+( *&(W.*9!** ! V,+! 0 )&1W.)H9!*/ (J9% (&#3+j %&k?+N %&/3+V)1 %(1&!+[ #+5)1 )+( 5+*&@@@@}]6N+4&@@@@}]6N+8&@@@@}]6N+2&@@@@}]6N+= /+9)1 4 (6!(! *6=#!.C6n%6b%+4 = C (6!(k6n%6b%+= 2 C (6!( 6n%
6b%+2 8 C (6!(06n%6b%+8 ( j,+( * ;,+* 9&%W.99!* ! !6!(! 46~b%6*(! ;&#3 !,.( (6!(! 86~b%6*(! ! V,.( (6!(! 26~b%6*(! ! N,.( (6!(! =6~b%6*(! 5&(,+5 !&0,+! % [&%,.[H9!** ! N,+! 0 )&1W.)H9!****Q! !0%.!(7 !&! % !-#OwQ/&!**j! ! !-#! %0)0}/~6S)0*R##/}_87 ((1 (&#3 /,+V %&#3+; %&k?+5 %&/3+0 %&(3+N)1 %(1 ;+9 !+( #+*&@@@@}]6N+4&@@@@}]6N+8&@@@@}]6N+2&@@@@}]6N+=)1 = (6!(! *6=#!.C6n%6b%+= 4 C ( 5,6!(!6n%6b%+4 8 C ( 0,6!(!6n%6b%+8 2 ( N,6!(! C6n%6b%+2 (&0,.!+( *&(,+* 9&(W.99!*/&@@@@}]6N+=&@@@@}]6N+2&@@@@}]6N+8&@@@@}]6N+4* )(7 4 )6!(k6b%+4 8 )6!( 6b%+8 2 )6!(06b%+2 = )6!(!6b%+= )&1W/&!*+) / 46*(k / 86*(  / 26*(0 / =6*(! ! 5,+! V /&1W./H9!***}y(#4}_C7 %&#}C(1 %&#3+0 !+; (+*)1 ;+5 #+V&!6;+/&!6;+4&!6;+8&!6;+2 )(1 )&#3 #,+N 0&#3+[ 0&)3+j)1 / V6!(!.= 56!(06n%6b%+/ 8 56!(! =6n%6b%+8 2 5 [,.]6!(! V6!(0.=6n%6b%+2 4 = ]6!(06n%6b%+4 5 j,+5 N V& ,.VH9!* 4 /6b%+4 2 86b%+/* * / 469!%#)2=C*0N[jO}#}%Q / 469(/4859V;]p} }!}&}(})q6b%./ /69!%#)2=C*!%#)2=C* / /69(/4859V;(/4859V;6b%./6q%U#( * /6q!U#! ;& ,+; *&2,+* 9&(,+5 9
&#,+9 % 5}C9!** % 9H(1 9&#3 (, )(}_ )&#3 #,+) %&(3+( %&/3+% 9&(3 !,+*&!6;+/)1 / *6!(! #6!(!6n%6b%+/ C ( *,6!(! #6!(06n%6b%+C % *,+* ) #& ,.#H9!* C /6b%/&!6;*./6q! /6q%}p /6q# /6q)}p}pU#!**}O%)7 !&bM%-#!0}1.#(1#1 %&~hM%-#!0}1.)(1&oM%&bM% # !0}0&~dM%&~hM% ) %0}0&%+(5%* #&~lM%f9! #0=&!;** (*F##7%I %&%,+))1 % #H(1 ( # )?&)3 !,A)!Z+( #&%,+#5%** (*~K%#(7#^ !a~L!Ia1}b+/&~/M%-#!+)&~7M%+%#1)1 %-#!.%(1 / % ),.%-#!.(~,.4}L(1#1 #(1 #-#! (x9%* %+# / 4}E9(** %&2,+%5%** #9!&~;M% !l)!&!;* #-#2 #-#50q #-#!+( # /~%.)&%:F#! ) (H(1 # ),.% )F#( % ( )W0})*&hM% )&hM%-#!,F#! #&0,*}R!#1 !-#OA)!&!DB(1 !-#]A)!t8a{}ba!}F9%* %-#! !-#! #-#!&;,&YL !-#(0}8 %-#( !-#! #-#(&;,&YL !-#20}8**+! %d!(&%f(7 ! !?&#3&#:/ %-#!&!H**},%%7 !-#2 !-#5.%0p&8,&}]L !0) %-#!?&%}[,*~^%#)I)7 !&!6;6*)! !a!l)0 %-#T.4(1#1 %-#0 4 %-#].8}C(7 %-#- 8Y/&!*&/3,A)0+#)1 / 4H(1 % /0/+8 % /0/A)0.( # # (XQ+# /&%,+/ ) 8A)0Z+)5%** ! #S)! ! ) 4hz.)S)2 4&%f9!&!+/&!D+#)1 / 4H(1 # % /0/A)0 )}~.# #PZ+# /&%,+/5%** ! # 4&%WhzS)0***}8%%7 !-#}9.# %&r%?,-#@%+% !-#O
&r%? #, %&r%?,&! %&7HQ&! !d!}6Q*S##7%}_ #6j+/)1 % )m(1 )&#3 !,.( / (6!(!6n%6*(! )&(,+)5%***G%/7 %&;,&YL./ %f ! )fLJ(1)1 #(1 / #&%W.#?&#3 ),+4 % #?&#3 !,+8 %+()1 ((1 (&%W.(&#3.2 4, 8 2,c#!U#!5%/5)*!*!****C!&@@%&!0N*}a##/7%I %&%,+8)1 % /H(1 % /?&)3 !,+4 /&)3 #,A)!+=&!+()1 ( /H(1 = (&)3.2 4,A)! ) 2,A)!P}~+= (&%,+(5%** /&)3 ), = / 8?&)3 !,A)!zS)! /&%,+/5%** %+()1 ((1 (&%W.#&)3./ !,+4 ) /,./A)!+=)1 % (m(1 = % (?&)3 4,A)! (&)3 ),A)!P}~+= (&%,+(5%** / = # 8?&)3 !,A)!zS)! #+(5%***l##7%I)1 # )H(1 / )&)3.( !,A)! % (,A)!PZ+/ )&%,+)5%** /*~M%%#7 ! %F#! %&^L !,.#d!!&%LJ(1 #-#2 #-#50q ! !-#! #-#!&^L,.%F#!*&~/M%-#!+) !-#(.#(1 ! #W.#d!!&%LJ(1 #-#2 #-#50q # #-#! !-#!,.%F#!&~/M%-#!+) #+!** !&!F#5 !&~7M%-#!.#F#2 %&^L !, %F#( ! )W+! #(1 # ), !F#5*&~7M% !F#!*}0%%7 %&~/M%-#!.#,&2,&~7M% %Q !F#! !(1 ! #, %F#5**}&! ! %~, #~,a }e}cl)! ! !0}6l)! !*}!! !0}6a-r~%&@@@(Wv}=!!!}5}r*}4!)1 ((1 ! % # ) /00 (&%W+( %&#3 /,+/ )&#3 #,+#5%****! ! %0p&0,*}&%%7 !-#2.% %?&%3&;,&YL !0),*m%%I !&}6x(7 %a% !~,}e~50*/ % %}~.#&!DB %&
!D}TJ #&!D}S:J !&lf %i!!!oRR{mK:L !&UfQ**~.%#(}_%7 %&(3+= )&(3+) #&(3+#&!+%)1 % (w(1 4 ! #,6!(!.86E ! ),6!(!.26E6~n%6~l%+4 / 8 /692=C*59V;!%#)!%#)6E 2 /692=C*59V;!%#)!%#)6E6~n%6~l%+/ ! =,+! %&(,+%5%** /6+! /6+%Z 46+! 46+%ZZ*}?%#7 !&RR;L.#&~IM%-#!w(1#1&~EM%-#! #&)3,.#}1%( !&[}[H9! % #d!4H9! #-#!+)** )*U%%7 !-#OA)!&!DB(^ !-#!.%&=}C(^ !-#]A)!t8 %&)}[~,}a/a!*/a!*}D*d%#7)1 % )H(1 # )&/3 !,A)0X (,+( )&%,+)5%** (*~b%#*7%I #&%,+2)1 # (H(1 # ( # (mQ+= ( 2?&)3 ),+C # (?&)3 ),+* (+/)1 / =H(1 %&!D ( /f.5Q ( # /?.8,.9&)3 !,A)!Z+; 8&)3 ),+V&!+4)1 ( 4H(1 ; 4&)3.8 V,A)! 8 *,A)!P}~+; 4&%,+45%** 9&)3 ), 5(I % ; % ;_Q}}/ ; CA)!z*S)! /&%,+/5%** (&%,+(5%***}wV)978I/g}*!&~;(W./T! ) #d!(}7!w #-#!+4#1#1 %-#5.(-#O(1#1 4&%H(1 (d!(9%*&!+( )&!F#] %-#(&;,&YL+2 %-#!&;,&YL+C %-#2+8)1 ( #-#!.4w(1&!+4 !-#( 8 #-#] ( 2?&#3, 2 ( 8?&#3.= )-#5,0U.O O}q&!v}P9/ ! % # ( O&%D ) %-#5-#ON0! /a!l#k /&k, = )-#(, = )-#2, 80lJ9/ [ O~6}}in}R}!0 S}R}8Z /c#k~6PZ+[ N #-#5 (&#3,c#!~6}}in}R}!0 S}R}8Z /c#}5~6PZ+N (&%,+(5%** ) [ N N [XQi}.}P
}m~?~q-~l{P !A)0Zi!!! !!~l{P.NS)  ) Ni!!!oRR~kH_.%}7!}? %J(1&%+45(* !-#! 8 )-#2 #-#2 C 40}7J9# !-#( 8 )-#( #-#] 2 40}7+45)** (d!(&%f(1 %-#!&;,&YL+8 )-#0+2 )-#(+= #-#2+C&!+()1 ( 4H(1 j ( 8?&#3 C, 80(~6Z+j (&%,+(5%**&!+( /&k, 4 80 +*)1 ( 4H(1 (&#3 =,&7v&%v *0+&!v}QQU#! (&%,+(5%** 8&#3+5&!+*&%D+N )#I)1#1&!D+[&!+( *&)f9!)1 ( 4H(1 [ (&#3 =,c#!~6.N NPZ+[ (&%,+(5%** 2&! 5t*! 2&% = C 8 405&%D 2 80(~6 j [Pz.N&!D_J N N}~&!D}S:9#}% 2 8&%D j [ NPP}}zs0}# 2&% C 8 4 =0. *&%,+*5%**&%D 4hz.[ N N [XQ.N&%D N&%DXQ*S)1*&!+4 )-#0&! %0)&#3t*! %-#(&;,&YL+2 %-#2+8 )-#0+= %A)0s+O&!D+N&!D+j&!D+[)1 4 #-#!.(w(1 #-#0 4 8?.C&#3,+* !-#( 8 #-#] 4 2?&#3, 2 )-#50U+}# )-#2+5 )-#5+V )-#(+9&!+()1 ( 8H(1 ( C,&#3.; 9, (&#3.0 *,c#! O}rU#! 5 ;, V 0,c#! O}rU#! (&%,+(5%** /a!l#h( /&h(, C&#3.( 9, ( 5, 80lJ9# #-#5 4&#3,c#!+}% /c#~7(+Q /c#h(+}& %-#5d!(&%f(1 /&2, %-#2 !-#204.( ! %0] ] ( * /&k,0}3Z+]* [ }%~6.p}}in}R}!0 S}R}8Z Q~6P.[ }#~6.} }}in}R}!0 S}R}8Z }&~6P.}! [ }!_QZ+[ N } Z+N j pZ+j 4&%,+45%**&!+4 [i!!!oRR~kHXJ Ni!!!oRR~kHXJ:
9% %-#2 %-#!&;,&~lRRR)L?&#3 =, 8 )-#( #-#] 2 (05 = 8 )-#2 #-#2 %-#!&;,&YL #-#!05 )&!}7!}? )a!l)- ) )-#0.8F#] / [S)- / NS)  / ]S)O / jS)0 / (h.NS)2 )-#!+# 8 %0)0(.O O}q&!v}P9% )&7D NzS)O / [ NzS)U /a@@@@@@@~t{l)k #A)!+N / !A)0.[&!DPS)1 / N #A)O.N&%D N&%D_QP.NS)}D / NS)}? / [ N&!DPPS)}L ! % /&2, /&k, ) %-#5-#}&N9!J9% /A)}L.Ni!!!oRR~kHXJ9% /A)U /A)1Z.[ /A)}?&!DP.j [ j_Q.[ /A)}D.j )A)-.] )A)O}w.p ] p_Q.] j ]_Q.j [ j_Qi!!!oRR~kHXJ9% ) Ni}.}P}m~?~q-~l{P.N !A)0Zi!!! !!~l{P.[S) &%+4 [i!!!oRR~kHK9% ! %0V ) !A)0 NZi!!! !!~l{P.NS)  Ni!!!oRR~kHK+45%*&!+4* /&~;(,T! 4*}5#%7#g)1 % #H(1 #&#3 !,c#!}i.( ) ) (}QQ+) #&%,+#5%** )*~f%#87%}_}*!&@2W.2T! #&#3+C)1 ) =m(1&!+8&!+/)1 # /H(1 # /?&)3 !,+*&!+4&!6;+5)1 # 4H(1 5 4&(3 %,6!(! 4&)3 *,A)!s6j6n%6b%+5 4&%,+45%** /&(3 2, 56*(! /&%,+/5%**)1 # 8H(1 8&(3./ (, / 2,6!(!6*(! 8&%,+85%** =&(,+= C&#3./ (,+( % /,+%5%** 2&@2,T!*c%%7 #&~lM%H(1 !-#!.((1 (0=* % )F#! ! #F#!**}!! ! %m(7 !~,a#}e0j/&~lM%**}a%#)}_#7 %6]+/)1 # 8m(1 / 8&#3.2 !,6!(!.46E6~n%+( ) 2, (6+!s6j (6+%s6 %
 / 4 /692=C*59V;!%#)!%#)6E6~n%.(6+!s6 # (6+%s6 )6*(! 8&(,+85%***}q=)(I27(g}*!&kW.2T! %-#5.Vd!( #-#](1#1&%D #-#!.9A)-./}~s+N&%D 9A) .(}~s+[ /s+j (s+0)1 C&#f9%&!+; C&%f(1 %-#2 %-#!&;,&YL?+;*&%D+/&%D+( Vd!(.*J(1 9A)!+(*&!+5 C&%f(1&(+5 9A)O+/* 2&@@@t)F#T 2 NU#  2 jU#}& 2 [U#O 2 0U#] 2&!F#5 2 #A)OsU#2 2 ( /P.(sU#}/ 2 9A)ksU#- 2&%v (i!!!!!!!@P&%DZs *Q&%v Vd!/QU#0 2&2, ;&#3.* !-#!, * #-#],&!&! %-#2 % 5,-#!&;,&YL? V-# N2! C&%,+C5!*!*/ !-#( %-#2 #-#( )-#] %-#(&;,&YL )-#!05 !-#! %-#2 #-#2 )-#2 %-#!&;,&YL )-#!05* ! #A) S)0 #d!}?&%f(1 ! %0V* ! !A)O&%DZS)O&%v+0&%L(1#1 2&2, %-#2 !-#204.=-#].* *A)!&%DZS)! =-#O&%D&!D&%D #d!w&%LQ #-#]Q.(S)! (&!D}S(1 = ! %0]/ =-#( =-#! #-#2 )-#0 #A)k0{ =-#2 =-#! #-#( #-#5 #A)U0{* %-#2+) %-#5.#d!(&%f(I 2&2, ) !-#204-#( %-#20[/ !-#! ) %-#!&;,&YL?0(~6*+4 )h&)Dz.8&(DP+(&%D+/)1 ( / 4 /PPX(1 /i!!!!!!o{P+/5%** 8i!!!!!!~/{P+8 /+(#1)1 4&!D_J9% 8 ( 4 (PP_(1 ( (Z+(5%** (+/* /&%DB9!&%D /z.4 / / 4XQ.8 !A)0P.(i!!!oRR~kHXJ(1 ! %0V 8 !A)0P+(* 8i!!!oRR~kHXJ (i!!!oRR~kHXJ:9! !-#! %-#2 %-
#!&;,&YL? /s.00}# !-#( %-#2 %-#(&;,&YL? 4s0}# ! 8 !A)0PS)0 #d!(&%H9! 2&2, %-#2 !-#204.!-#0+= !-#5+* !-#2+) !-#(+# !-#!.! !?+% 4 4P+8 / /P+(&!+C)1 % CH(1 C&)3.5 #,.! ( !A)!PS)! ) 5,.! 8 !A)!PS)! * 5,.! !A)! /PS)! = 5,.! !A)! 4PS)! C&%,+C5%**** 2&k,T! 0*}W#)7%I}*!&@(W.)T! !-#!+/)1 ( /H(1 (&)3 ), (&#3 %,c#!~6S)! (&%,+(5%** !0}5 !-#5 !-#! ) #0}& ) # !-#!0}( )&@(,T!*&%#7 !0-(1 !-#2.# !-#!.)0[id}=}&~g~_F}%{P %Zi~+~s}Bp}p^}V} Z+% # % ) !-#00c**1##7%I !0-(1 !-#(.% !-#!.#0[id}=}&~g~_F}%{Pi~+~s}Bp}p^}V} Z+) % ) # !-#50c**}A%%^ ! !}.)!a~g}f~S}d~d~E}~b~^!g.%l)! % %a})r}da~4~H}q~c~N~i}o~+~:7^.%aQr %}da~gz~A}w~0D}p~d}r7^.%aqr %}d*=! !-#20=*}j%#(g#7 !c#(+/ !c#!+4#1)1 ) 2H(1 2&#3.= %,c#!.( (}q&!v}P9# # =,.=c#!.8 8}q&!v}P9# ! (}i.( 4 ( 4}RQ.4U#! ! =c#!}i.( / ( /}RQ./U#( 2&%,+25%** )+2* ) 2x*}~#%2}_ %&#H(1 ! % # ) (00 # )0(;* ( )(}_ )&#3 #,+%)1 / #6!(0.4 46n%6b%+/ 8 #6!(!.2 26n%6b%+8 = 4 !6!(k6n%6b%+= C 2 !6!(06n%6b%+C * !6!(  46n%6b%+* 5 !6!(! 26n%6b%+5 !&1W+! % #& ,.#H9!* / 86b%+8 * 56b%+/ = C6b%/&!6;
*.46q! 46q%}p 46q# 46q)}p}pU#( ( /6q! /6q%}p /6q# /6q)}p}pU#! 86q! 86q%}p 86q# 86q)}p}p*l%%7}*!& W.)T! #&%L(1 )&(, % !04-#Oa@@@@@@@~t{l)!* )& ,T!*~S%#87%g&% / /&%xQ+=#1)1 ( 4H(1 4&)L+C % 4&#}[?+* 4&#3 ),+2&!+8)1 % 8H(1 8&#3 #,.5c#! 2c#!}r+9&%+/)1 / =H(1 9 % /?&#3 5,c#! ( /?&#3 2,c#!}r}p+9 /&%,+/5%** 8 *, 8&%,+8&(3 C&#3: !,c#! 9}q.9 9}q&!v}O9%5(** 4&%,+45%** (+4* ( 4x*g#/7%I&%+4)1 % /H(1 /&)3 ),+8 % /?&)3 ),+2&!+()1 ( 4H(1 % (?&)3 8, ! % / ( #0},.=S)! (&)3 2, =S)! (&%,+(5%** 4&%,+4 /&%,+/5%***}P%#7}*!&@(W.)T!)1 % (H(1 )&!&@(t*! (&)3 ),a@@@@@@@~t{l)! ! % ) % (?&)3 #,0}& (&%,+(5%** )&@(,T!*d! ( % !0[.(&!D_(I ( !hz/i}I}I}I}I}I}I~R{* # #P )PPz*}U! !-#}9 %&r%?,+%#1 #&4}C(1 %-#5.%J9% %&-,+%/ #&#W&(w9%* %-#!.%J9! !-#2 !-#!&;,&~lRRR)L?&! #&%LQ&#3 %,;*&!*}v%#(7(I)1 % 4H(1 % 4?&)3 !,+2 4&#3./ #,c#!~6.= (P+C ) /,c#!~6+*&!+/)1 % /H(1 /&)3 2,.8 8A)! C /&#3.8 #,c#!~6.5P = ) 8,c#!~6P}~ 5 *P}~ZS)! /&%,+/5%** 4&%,+45%***l%#7&~EM%-#! !&RR;L.%&)3,.#}1%(&%,+! #&% ! !&@~;!fQ}8%( %0a*}b#%(7#1&~UM%-#!.)J(1&~I
M%-#!.)&RR;m9% )&%3&@( )Q.)&)3~,0j.(J9%&~EM%-#!.#(1 ( #&~IM%-#!&)3tC!!&~EM%-#!0=*&~EM% (F#! )&~IM%-#!.# # )wQ+/)1 # /H(1 #&)3 (,&%}8%( #0a #&%,+#5%**&~IM% )F#!&~UM%-#!+)*&~EM%-#!&~MM%-#!.(&)3,.#-#!+/&~UM% )&%WF#!&~MM% /F#! # !}7!4 # %F#! #}1%(&[3 (:+#* #*x%#7&~EM%-#!.% !&)3,&!}7!4&~UM%&~UM%-#!.#&%,F#!&~QM%-#!&)3 %,&~MM% #Q !F#!&~QM% !F#!*};##7%g#1)1 % ).#H(1 #&%,+) #&#3 !,c#!.( (}q&!v}O9%5#** %+#* % #x*~28#57%g}*!&~;)W.(T! !-#}9+8 ! %0C+* ! %0O+4 !-#!+2 !-#(+9 !-#2+= #-#!+V !0T+/ (&@),&!&~;!t*! ( %&r%? 8,.8&k,F#~l# (a@@@@@@@~t{l)~/) ( )F#@) ( /&;,&~lRRR)L&#3 ),.%F#~p# ( = V?&;,&YL.;&#3./ %,.%F#~t# ( % /,.CF#t#&!+% * ! # (&~l#,0A(1 ( #}.#0l)}v# ( #6!#!6*)r##7 4(1#1 !0T+% !-#2+5&!+) (&~2#,&!&}/t*! (a!l)~d# (a@@@@@@@~t{l)o# ( 4&k,F#Z# ( / C,./F#~/# ( %&;,&~lRRR)L&#3 /,./F#~ # ( / 5 V?&;,&YL&#3.%,./F#~&# ( % /,.CF#~+# 4 *H(1 9&;,&YL+/ 2&;,&YL+9 (&%}7!}j# ( % C,.%F#}v# ( ;&#3 %,.;F#}z#)1 ) VH(1 4-#! = #-#2 ) 9?&#3, 9 (-#}v# ) =?.C&#3,.200 !A)0s+0&!+%)1 % =H(1 %&#3.5 (, 2 5,c#! 0}rU#! %&%,+%
5%** ; ) /?&#3.%,+2 4-#( = ( #-#] %, / 20; #-#0 C&#3,+C !A)0s}j+0&!+%)1 % =H(1 %&#3.5 (, C 5,c#! 0}rU#! %&%,+%5%** 8-#( = ( 2 / 20; )&%,+)5%***&! 4 ! (&r#, (&Z#,0AJ9#}% 4 *H9! 8-#! *-#! !0)&#3tC!! 8-#2 *-#2 !0} &)3tC!! 8 *6!)06*)0** 8 ! (&~l#, #0}2+0 4(1 4 ! (&Z#, (&r#,0}2}%* 0&%v}P(1 V !-#2?+) #-#0+#&!+%)1 % )H(1 %&#3 #,.4 4c#! 0}rU#! %&%,+%5%*** 8&%}7!}c% !&!}7!k 8 8A) &%DZS) &%*+%* (&~;),T! %*}0%%7)1 !-#}& !-#O, %m(1 ! %0}@ %&%,+%5%** !&!F#}/*}=%#7)1#1 !-#}9+% !-#O #x9! #&r%? %,-#5.%(1 %-#-0=* #&%,+#5%** %-#!0=*}u##)7%g}*!& W.4T!&u+/ !-#}/ #f(1#1 % !-#-H9! ! !-#U.8-#0H9! 8-#! !-#!./ #02 ) !-#( #02 /&;,&YL+8&!+/#1)1 # /H(1 /&#3 (, !-#U-#! / 8?&#3, 80(.2U#! /&%,+/ 2 2}q&!v}O9%5#** 4 #F#2 4 (F#] 4 )F#}& 4 !d!k}7!5 4 !-#U.)-#!F#0 4 )-#5F#O #J9!&!&}^ ! % 4&2, #&;,&~lRRR)L&#3 (,0iQ+/5%*&}^+/** 4& ,T! /*i! #&#3&;,&YL %&;,&YL, !-#2 %?&)3&~t!,&@7L, !0T&%3, !-#(&;,&YL %?&)?,*~&%%(7 # !-#2?+8 !-#U+/)1 4 8H(1 4&#3.2 /-#5, ( 2,c#!U#! 4&%,+45%** /-#!.( )H(1 ( ) !-#!&;,&~lRRR)L #?&#3tC!! !-#U+/* !
&%}8%k ! #F#}/ ! %F#- / !F#0 !-#}9 %&r%?,.! !A)- #hZS)-*~E##27#g}*!&0W.(T! !-#}9+# ( ( !-#  %0 }.)!l)2 %&r%? #,./-#!&! !0)&#3t*!&%v !-#!.#~1}o}s+C !-#2+8)1 4 8w(1 !-#!+= !-#2+2&!+))1 # )m(1 (&2,0++* /-#! 4 )&#}[ 2?,&(3 )&)L&#3:, C *}rU#! )&%,+) =+# 2+85%** 4&%,+45%** /&!}7!}c% /&!6;6*)  / C~6S)0 !-#}9 %&r%?,.%.#-#2&! !0} &)3t*! %a!l)O %-#5.%(1 %&!&-t*! %-#-&! !0)&#3t*!* #-#2 !-#2 !-#5d!(0S (&0,T!*.! !(7&oM%-#!.! # ) !0}%&oM%-#!/ %**}E#%I%7 !0%.!(1 % !-#}9,+% !-#O+)&!+!)1 ! )H(1 # !&r%? %,A)!Z+# !&%,+!5%**/&^D+#* #**! !&%3&!0N*o##47#g ! %08.(J(1 !0#;* #&8m(1&|;* (-#2.2 )x(1&g;*&oM%-#!.4 #&#3&(L (,-#!.80}=J(1&}^;* (-#}9+=#1 #&#W&)x(1#1&!v}=~K}u1~w #&)mQ+C&!+!)1 ! 8f9%&I+/ C !&#3 4,c#!.*EJ9) !&%,+! *}=~K}u1}_E9!*5#** %&r%? =,+/#1 #&4}C(1 /-#5J9%*&!+! ( % #0};.%J9!)1 ! 8H(1 ) !&#}[ 2?,&(3 !&)L&#3: %, !&#3 4,c#!U#! !&%,+!5%** #&#w(1 / (0V /&%}7!}c% /-#2 (-#2 (-#5d!(0S (&!F#}/&!;/&!+/5#*!*&u;* /*}o/#C7#I}*!& W.*T! ! %08.((1#1&g+! (-#2.4 (-#5.80}* #H9!&bM%-#! #&%3w9! (-#}9 %&r%?,+)&oM%-#!./A)
-+9#1 /A)}D.V&!D}S(1 % (-#O.!w+# ! %x 9&!DB:9%/&%+# 9&!DB9%* )-#5&!H+#*&!+! 4 80}*+%)1 ! %H(1 #&%L&!+#(1 !&;x(7 !&@@%,d!!/&U*&R%L !&)3 /,A)!0}++#* !&%,+!5%**&I+! #&%LJ9! /&@%,+2 8d!(&%f(1#1 *&(, 4 204.%-#]A)!i!!!!!!1}=0*J9# %-#OA)!.9&#D0*J9# %-#2+= %-#(+C %-#!.4 4?+8&!+#)1 # 8H(1 #&)3.5 C,A)!}wig~@}r}+~,wv}HXJ9( #&%,+# = 5,A)!}wig~@}r}+~,wv}HX9%5(** 9&!D}S9! 4&%,+4 %-#0+= %-#5+%&!+#)1 # 8}C9% #&)3.C %,A)!&!D_J9) # 4,+# = C,A)!&!D_9!*5#**&u+! V&!D}S9! ) /A)!S)  ) /A)2S)- ) /A)0S)O ) /A) &!D}S}7!}c% ) (0V ) /A)O.9 )A)0.V 9 V_QS)0 )-#2 2 (-#2 (-#50p&)3tC!!&!+! (&!F#}/*/ !0#+!* *& ,T! !*~d#)/7)I%g !&!08.#(1#1&g+/ %&(w9! %&bM%-#!&%}[m9!&oM%-#!.(A)O+8 #-#2+4 (A)2+2 (A)!.= #-#Oh0*(1#1 2 #-#T&%,h0*J9!&% (A)00}+J9!&% 80}+J 8&%DB:9! % 2t) 4?&(,f+)**&!+!)1 )&%L.) ! %wL(1 !&)3 (,A)!s.C C}q&!v}O+) !&%,+!5%**&I+/ )J9! #-#U #F#0 # 8&%DB}7!}2 # 2t).!F#}/ # =t)F#- # (A)0&%DB}7!k (& ,+) ! 4?+% #-#U+#&!+/&!+!)1 ! %H(1 #-#5 !&#3, )A)!sU#! !&%,+! )&2,+)5%***/ !0#+/* /*(!&/*=!&bM%-#!*=!&oM%-#!*}2#%7%I}*!& W
.%T! !0!.!(I %&2, !0}! %A)O/&^D* %& ,T!*]! !0!.!(I !A)!/&^D**}2%%7 !0!.!J(1&^D;* !-#T.%(I !-#0 %&!D0}.h %hz/&!D**B##7%I !0!.!J(1&^;*&I+# %i!!!!!!1}=X(1#1 % !-#T.)h.(}TJ % %t8~5}S:9! % (}S(1 !-#] )m9%* ! %S)!&!+#** #*})! !0!.!(7 !a!l#T !a!l)!&!/&^**h#)#7%I%g !0!.!J(1&^;*&I+/ #&R%x(1#1 % !-# }C9! ) )}~&!D}S ( (}~&!D}S:J(1#1 )&!DK (&!DK:9# ( )z&7DZ.8i!!!oRR~kHKJ9!&oM%-#!.4 !-#O&%02&}^+/ 4 !-#}&0(.2 2}q&!v}P9# !-#5 !-#}&./ !-#-?&#3, 4 /&#3tC!! !-#0 !-#-&/3,./ #}7!}# / %}7!O / 8S)0 / (S)2 / )S)!&!+/ ! !-#-&%,.%&! % !-#].#HQF#- # !-#T.%m(1 ! %&%,F#T* ! !A)!&%DZS)!5#**&}^;** /*e%#7 !0!.!J(1&^;* !-#T.# %x(1&I;*&oM%-#! !-#5 # !-#].)}C(7 % !-#-, )Y/ %* !-#}&?&#3, !-#O&#3tC!!&!*}2#%7%I}*!& W.%T! !0!.!(I %&2, !0}! %A)0/&^D* %& ,T!*p! !0!.!(I !-#Th/&^D**A! !0!.!J(1&^D;* % %}S(I&}^D/ !-#0 !-#T %0}.h**~o%#(I/7 !0!.=J(1&^D;* %&%m )&#m:(I&|D/&}#&O %&%fQ+C =-#T+*&!+%&!+!)1 ! *H(1 # C = !0/.5,d!!f+2 ( 5A)0Z ( 2Q+( !&%,+! % 2,+%5%** %(I ( %h./z+4&!+!&!D+()1 ! *H(1 ( = !0/.2A)0 4}~.8 8PZ ( # 2 C,d!!fQ+( !&
%,+!5%** ( /&7DZz /z}}/&!D*+( 4 ( )&%fQ %h )Q**G%%I !0!.!J(1&^D;* !-#T %x(1&ID;*&|D+) ! %0/+!#1#1#1#1#1#1 #V/()#%!/* !A)0+)5(* !A)2;* !A)!;* !d!}#h;* !d!Oh;* )*}g###I)7}*!&0W.2T! !0!.4(1#1 %&%m(1&|+%5%* 4-#T.8J(1&u+%5%*&!+!)1 %&%f ! 8wL(1 (&!D 4 !0/A)0.( (&!DXQZ+( !&%,+!5%** 2&2, # )0 0+~6&%DZi!!!!!!o{P+/ (&!D_J(1 / 8hPt)+%5%* ( /P+(&!+%&!+!)1 (&!D}TJ ! 8}C:J(1 ! %&!D 4 !0/A)0./ /&!DXQ./&!D_Q+% ( /}~+( !&%,+!5%***/&^+%* 2&0,T! %*~6%#(7#^&g+( %&%W&RR!x(1#1&I+( !J #&M#W&@^w:9!&}]+(0QJ9! !~,.8 %&;,&~lR)L.4~,^a#}e.2 8a/}eIakI0j./J9! 2~% /,.) #F#  ) 4F#}& ) %F#O ) !F#] ) /F#5 ) /F#2 )a!l#T )a!l)! ) )&k,F#0&# )0&.(9! )0F&}]+(** (*}Q%)7 !0!.!J(1&^D;* !-#  %x(1&ID;* !-#0+) !-#T+(&!+!)1 ! (H(1 % !&/3 ),d!Of #,+# !&%,+!5%** #h*}2#%7%I}*!& W.%T! !0!.!(I %&2, !0}! %A)2/&^D* %& ,T!*~w%#87#I}*!&@OW.#T! !0!.%(I #&@2,&!&@0t*! #&!&@2t*! %-#T+)&!+!)1 ! )H(1 #&@2, % !0/.(d!}#.4&)3,.8 (A)0 8A)!ZS)! 4&#3 #,.( (-#!&%,F#! !&%,+!5%**&!+%&!+!)1 !&@#H(1 !&#3 #,-#!.)(1 #&@2, !&)3,A)! )hz.= 2K %L+% 2 = %Q+2 / ! %
Q+/&%+%* !&%,+!5%** /h/&^D* #&@O,T!*2! !&-0}A*2! !& 0}A*(!&%*~c%#%g%7 !0%.!J(1&^;* %&7H(1 !-#}& !-#O, %x(1&}_;** #&=m(1&|;* #(1&|&! ) !-#}9 %&! %&7HQ&r%?, #&)3,A)k}SQ;*&}^&I&! )&!DXQ )s.( (}q&!v}PQ.#J(1#1 %&7H(1 !-#}9 %&r%?, )S)k&!+#5%* !-#}& !-#O,+/ !-#}9+!&!+#&!+%)1 % /H(1 %&r%? !, )S)k %&%,+%5%**** #*d! !0%.!J(1&^;* %&%m(7&|/ !&!F#}/ ! %&%f}7!}6&!**}?%%7 ! %09.)J(1 !0#;*#7 #&7H(1&I # )-#}&}C9%}%* )&!F#}/ )-#}9 %&r%?, #F#@%&!**}8! !0%.!J(1&^;* %&7f(1 !0J&!;* !-#O %x(7&}_/ ! %0}@ !&!F#}/&!**9!&!&}] !&!0NQ*}z%%)7 ! %08.(J(1 !0#;* #&8m(1&|;* (-#2./ )x(1&g;*&!+!&oM%-#!+4 ( % #0};.%J(1&u;* #&#3&(L (,-#!+#)1 ! #H(1 !&#3 4, ) !&#}[ /?,&(3 !&)L&#3: %,c#!U#! !&%,+!5%**&!*P%%)7 ! %08.)J(1 !0#;* )-#2 )-#50}*.!0x(1 )-#}9+(&oM%-#!.#&!&@%t*! # %&r%? (,.%A) S)! # %A)-S)2 # %A)OS)0 # %A)0S)O # %d!}c%hS)  #&@%, %-#2 )-#2 )-#50p&)3tC!!/&}]+!* !*~Q%%47 !&!08.%J(1 !0#;* %-#( %-#2 %-#T?,&(,0x(7&!+!&oM%-#!+) %-#U./-#0 %f(1 %-#}/+( %-#-+4 %d!k+#* )a!l)O ) (hS)2 ) #&! (QhS)0 ) 4&! (QhS)! )& ,+# ( %-#2?+%)1 
! %H(1 # /-#5 !&#3,c#!~6S)! !&%,+! #&2,+#5%** # )W&)}Z/&}]**+! !0%.!(I !-#2 !-#( !-#!,?h/&^D**}a%%/7 !0%.!(1#1 % !-#Tm9! !-#U-#(+# !-#(.)&;,&YL./ )f9!&!+!&oM%-#!+( )&#3+4)1 ! %H(1 ! )?&#3 (, ! /?&#3 #, 4tC!! !&%,+!5%** (+#** #*} ! !0%.!(7 !-#U-#(/&!**l%%7 ! %08.)J(1 !0#D;* #&=x(I )-#}9 %&r%?, #&)3,A)k/&|D**C!&~;M%}.)!~5*C!&hM%-#!h*}@%(7&~/M%-#!+#&~7M%+!)1 !-#!.!(1 % ! #,.!-#!.) % )mQ+% !&2,+!5%** %&0W&! %Qh*[!&~2M%-#!&hM%-#!Wh*~+2);7)I%g}*!&}n#W.4T!&|D+p )&#m /&%m:J(1#1 )&#3&@M%,-#!.VJ9! /&%f(1 Vd!!&%LJ9%* Vd!%&%f(1&ID+p (&!D_J9% (s.O O}q&!v}P9%* !0%.!J(1&^D+p5%* !-#O %x(1&}_D+p5%*&gD+p !-#T.) #&%Wx9!&bM%}6#! #~, !-#(.8&;,&YL~, !-#!.C&;,&YL.=~,I^}H9! ! )&!0}?&~hM%-#!m9!&!+)&oM%-#!.2 # =?&#3,+= # C?&#3 2, 8 # =0}% 2 !-#! # 20}% !-#5d!(+j !-#2+C&~dM%-#!+; = !-#(.5 #02 ! %0C 2 !-#!.* #02-#! !-#2 2 *&;,&YL.8 # #&;,&~lRRR)L&#3 ;,.*0. # C?&;,&~lRRR)L&#3 *,+N 5&;,&YL+5)1 # )H(1 )&#3 ;, ) 8?&#3 2, 80(.OU#! )&%,+)&}^D+p O O}q&!v}O9%5#** # !-#2?+8&!+))1 ) 8H(1 )&#3+0&}^D+p )&%,+) * 0,c#!.O O}q&!
v}O9%5#**&%+0 #&%f(1#1 /&%f !d!}5&%H:9! Vd!2&%LJ9! ! %0O&!H+0**&!+8 ! %0C+])1 # 8H(1 8 C?&#3 *,+9 !A)0s+O&!+))1 ) CH(1 )&#3.[ 4&0,, 9 [,c#! O}rU#! )&%,+)5%** ]-#( C 4&0, 8 !-#!&;,&~lRRR)L?&#3 2,&! !d!}5Q 5 8 5?&#3.) N,.90; 4 j}7!! 4 8&#3 ;,c#!~6S)2 9 ) =,.) !-#(.9&;,&YL.[ ( 4 V-#(Np!+p 8&%,+8 /&%f(I 9h+}  4d!!J(1 )&%D } z [ )0k* p } z/ p* }!Z+}!5%** }! #hz+p j&%L C&#H 0::J(1 =&% = 5 4&0,00 4c#0~6i!!!!!!o{P+p* 4 =F#T 4 *F#  4 ;F#}& 4 2F#O 4&%}7!] 4 #F#0 ! % 4&0, # 5?.)&#3 N,0i(1 !-#U-#( N )&#3tC!! ! % # 2 *0w !&!}7!k/&}^D+p*** 4&}n#,T! p*} ! !0%.!(7 !-#U-#!/&!**T%%7 ! %08.#(7 #-#}9 %&r%?,d!}c%/ !0#**~,%%)7 !(1 !&0}[ !&RR)L&!H,1!&7f(1&}];**{!&03&@}a%W+!#1&~/M%-#!.%(1&~2M%-#!.# !f9%/ !&@%w9%&~/M%&@}a%F#!&~/}a%a%l)!&~;!+#&@}a%+%*&~2M% !F#! ! %,.)&5W ! #W.!F#! )&0W&%F#! % #,&0W !0})*0Q}%&!*} ! !0%.!(7 !-#U-#2/&!**K%)7&^+# !&RR;L.%&~IM%-#!w(1#1&~EM%-#! %&)3,.%}1%( !&[}[H9! %d!4.)J9! %-#! )&#3&ZM%,-#!-#!N)! !01&!+#** #*T%%7 ! %09.#(I #-#}9 %&r%?,A)-/ !0#D**n##=7#g )&%m(1&|;* !0%.(J(1&^;* (-#O
 %x(1&}_;* (-#T #&%Wx(1&g;*&!+! ) (-#U-#! (-#! #0m+8&~dM%-#!+2 ( %0C+/ (-#2+= 8 (-#!.) #02 /-#! = 8 )&;,&YL # 20. # =?.4&#3 2,+) (A)0s+V#1)1 ! 4f9% !&#3.C 2,c#!.9 9}q&!v}O(1 ) C, 9 V}rU#! !&%,+!5%**&}^;* (-#(&;,&YL.C&! 8&! (d!}5Q.4Q+* /-#(+5 (-#U-#(+/ #+!)1 !(1 5 = ) 4 C /0; !&%W+! C&#3 /,+/ *&#3 4,+4 =&#3 ),+)5%** ( % # 8 20w&!*(!&!*~D%#%I87 ! %09.)J(1 !0#D;* ) %0C.!-#(+4 !-#!+8 )-#2+(&!+!&%+/)1 ! (H(1 )-#(&;,&YL+2 )-#!&;,&YL+=&!+%)1 % /H(1 # 8 ( ! % =0}, 4 ( ! % 20},P.# # #Z ! %fQZ+# %&%,+%5%** /&%,+/ !&%,+!5%**&!D # #&!DXQ}} )A)0}wP*}G%#I&|D+# !&(x(1#1 !&#3&~h@%,-#!.!J9!&gD+# %&%W&RR!m9! !A)0 %hz.# !A)2.) # )XQ+#** #*~)8)47%g)^}*!&~M!W.*T!&g+9 !&%W&RR!m %&%W&RR!m: #&%W&{m:J(1#1 )s.N N}q&!v}P(1&}^+95%*&}^&I&! (&!DX.;Q (s.N N}q.N&!v}PQ+9 N&!v}P ;:9!&|+9 /&(m 8&%m:9! /&#3&~h@%,-#!./J9! ! %H(1&g+9 89%*&I+9 2&M W&@ew 2 =w: C&M2W&@}]w:9! * )S)}? * /F#i * #F#1 * %F#}9 * !F#U&}]+90QJ9! * *}.)}?l)0 * *6!)U6*)! * 8}7!k * CF#}/ * 4F#  * (S)O * 2F#T * =F#- *0)+# =~, 2~,I.[ *0} ~,^a)}e+j C *-#2 
*-#!&;,&YL, *-#(&%3&}),&eL,?&%,&^L&#3.V~, [ #~,^a#}e.] j [ar%^IIIa~Y!I0j.#J9! V ]~% #,.; j~%,.5,./ *6!)U6*)! / CF#T / =F#}& / 2F#O&!+2 /&!F#1 /&%}8!}6 / 8}7!}5 / 4F#  / *}.)}?l)0 / /&~E!,.4F#}9 / [~%.8&r%? 4,.4F#U 5&! Vt*! 4 5F#! 4&!F#0 4 C *-#!&;,&YL.=?&#3 5,.5F#( 4 5 C *-#(&;,&YL.V?&#3.0,.5F#2 4 5 0,F#5 *-#2.4 V?+5 4 =?+=)1 8 2m(1 /-#}9 2&r%?,.4&7F#@% 4&!F#5 4 ;F#2 4 =&#3 #,.VF#( 4 #F#!&k+#)1 #&@%H(1 # 4,a!l)! #&2,+#5%** 4a~5}v~?}o~j~0~[P};l)e 4a~*}l~W~E~i~u6~s{l)}L 4a~J}w~1n~I}w~1~r{l)}D 4a@@@@@@@~t{l)}? 4 (S)k 2&%,+2 5&#3 V,+# *0} &)3 ;,+;5%** /0J&% /0&.#(1 C %&;,&~lR)L !&;,&~lR)L,? *&U, C&~;!0}?0N(1 #+95#/ #01** /0f** *&~M!,T! 9*}1%%7&oM%-#!.%J(1&}];*&bM%-#! !w(7&g/&!&}^ % !0}=Q**}d)(/7)}_%g%I ! %09.)J(1 !0#;* )-#}9 %&r%?,A)}]&!DB(1 )-#! )-#(H(1&g;** #s.* *}q&!v}P(1&}^;*&u+! )-#}/&%f(1#1 % )-#-H9! ) )-#U.(-#0H9!&~dM%-#!+4&oM%-#!+/ (-#! )-#!.!&%02 )-#U-#!.8 !&;,&YL.(0(.*}=2~b}9})}Q(I&!+!)1 ! (w(1 = !&#3 8,6!(!.C6E.= =6~n%6~l%+= 2 C 2692=C*59V;!%#)!%#)6E.2 26~n%6~l%+2 !&(,+!5%** 26+
! 26+%Z =6+! =6+%ZZ/ *~6*+5 )-#U-#! 5}}.5&!D}S(I&#D&#D # #&#D_Q.#}x #&^DXQ 5z/&!D* ( /0k ) %&% / 40H+!** !*T%%7 ! %09.#(I #-#}9 %&r%?,A) / !0#D**}O! )&%m(1&|;* !0%.!J(1&^;* !-#O %x(1&}_;* !-#T #&%Wx(7&g/ ! % # ) !-#U-#2 !-#( #0m&~dM%-#!0H**4! !0f*_#%}_%7&!+))1 ) /w(1 )&#3.( %,.86!(!+4 8 4 !6=#T # (,6!(! !6=#!6n% 4 !6=#(6n%6b%6n%6~b%6*(! )&(,+)5%***~,%##g#7 %-#2.! )&%,?+= ! )?+) 4-#!.!A)!s #-#!~1}s.( /s.8}r+2 ( !A)Os}r 8}r %A)0s.(}r+8 4-#2+% 4-#5+C 4-#(+4 #-#0+#)1 ) =w(1 )&#3.! 4, 8 ! #,c#!}rU#! ! %, 2 ! C,c#! (}r}rU#! )&%,+)5%***~Y/)#75I%g}*!&Z5W.)T! 4 (~6.=S)U 4 #-#5c#!.p~6.CS)k p&!v}RJ (&!v}RJ %A)0&!DB::(1 4-#(+! 4-#2+8 %-#2+%&!+#)1 % #H(1 #&#3.2 8,&!F#! ! 2,&!F#! #&%,+#5%** 4&!}7!w/ #-#0+2 )&}c5, %-#2 !-#204.8-#!+# 4-#!A)!+* 8 ! %0] 8 2 )&@2,0}3+9 8 8-#! 8-#( %A)0 C / /P =P.N0}:0}4 4-#5+2&!+!)1 ! #H(1 !&)3 ), !&#3 2,c#!~6 /PS)! !&%,+!5%** 8-#0 # ) )&@(,.!0}& ) ! #0}(+V 8-#2+8&!D+=&!+!)1 ! #H(1 = )&@(,.2 !&)3,A)! ! #?&)3 8, 2 #0}(PZ+= !&%,+!5%** V =z&%D = V_Q.[ * 9 CZ %A)0.*Pz.;P+j 4
-#!A)O ;P+]&!+!&!D+=)1 ! #H(1 ] !&)3.% )&@2,,.8A)!P+5 8 5S)! j % )&@(,,.%A)!P+0 % 0S)! = 5 0PZ+= !&%,+!5%**&%D+5 * CP =P}w.= 9 *i!!!!!!o{P ;P.9P}w.* V [P 9 CPP Nz}w.CZ_(1 * = C}~z+5* 4-#2+% 4-#(+4&!+!)1 ! #H(1 !&#3.8 4, !&)3.2 )&@2,,A)! /PsU#! % 8, 5 2 )&@(,,A)!PsU#! !&%,+!5%*** )&Z5,T!*}C%#7&!+()1 # (m(1 (&#3./ %,.4 ! /,6!(! 46!(!6~b%6*(! (&(,+(5%** % #0(~6i!!!!!!o{P*}%! ) )A)- )A)O )A)2PZS)-&%*~+))(74I%g}*!& W.4T! %0)+8 (a!l)O#7 %A)0&!D}S(1#1 #A)2&!D_J9! #A)O&!D_J9! )A)!+C (-#]+2 4&(, %-#2 !-#204./ ! %0] /0}5 / /-#! /-#( %A)0 #A)2 #A)O0}:0}4 /-#0 %-#2 (-#0 %0)&#3,.!0}9 ! 2 %-#2 %-#!&;,&YL (-#00d /-#5 %-#2 !0}9 ! %-#2.! %-#!&;,&~lRRR)L?&#3./ 2, ! %-#(&;,&YL / (-#0,0d (-#!A)!+* (A)1+5 %A)0+= #A)0+9 #A)2+V ( (-#0.!F#] ( * 5 = =PP V 9ZPz C}xPS)O&! ! 80(.; ;}q&!v}P9#}% (A)O+=** ) )A)- =}w (-#] 80}/~6P (-#!A)O.=&%D =&%D_QPZS)-&%* 4& ,T!**Z%/!&@@%*}2}6}6}6F%}6FFFF%  }6Ul!!!!!!!!}_]~-H~^}^}r{}_]~-H~^}^]1%!!!#!!!)!&~7@%*}3%%!!!!!!!!o{!!!oRR~kH(!!!/!!!)!!!!!!!%!!!4!!!%!!!01!&t@%*4U1!!e1!&}jM%*
%%!&}vM%*[8!!!2!!!!!!!}v1!!}z1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,
LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function m(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var p=t=>t.length>80?`${t.slice(0,79)}…`:t,f=t=>p(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${p(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?f(t):p(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${b(r)}`)
function A(t,e,r){const s=v(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=v(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return i}function v(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function E(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=E(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r)+n)
return s}function S(t,e,r){const s=[...r.keys()]
return r.get(s[I(t,e,s)])}function j(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function N(t,e,r){$(e)||w(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[o,i]of Object.entries(e)){Object.hasOwn(r,o)||d("LORA_E_OPTION",`${t} has no option ${p(o)}${_(o,Object.keys(r))}; it has `+Object.keys(r).join(", ")+n)
void 0!==i&&(s[o]=i)}return s}var k,M=/* @__PURE__ */Symbol.for("microlora 0.1.0"),F=globalThis
function P(t){const e=t?.[M]
"function"==typeof e&&e()
const r=k
k=void 0
return r}var x=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,M,{value:e=>{void 0===e?k=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:P(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return P(this)?.h??"Object"}toJSON(){return B(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=P(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function C(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=x,T=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends x{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[T],configurable:!0})}free(){B(this).u()}[T](){this.free()}},W=[1,2,3,4,5],D=[[1,0,2,0,-1],[0,1,0,-2,1]],H=[[1,2,0,0,4],[0,2,4,0,-2]],J=[1,0,-1,2,.5],U=[2,3,1,4,10],G=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],q=/* @__PURE__ */new Map
function Y(t,e){q.set(t,e)
return t}var Q,V,K=4293918720,Z="this is not the microlora.wasm of this release: take the one beside this script",X=(t=16777216)=>R("memory (bytes)",t,131072,K),tt=class{h="Engine"
ia=q
g=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
5!==e.lora_version?.()&&d("LORA_E_MODULE",Z)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.v()}}v(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.w()}w(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},et=B,Engine=class extends x{constructor(t,e){const r=new tt(t)
r.G(e)
super(r)
this.simd=r.F
C(this)}get memory(){return et(this).E}get memoryUsage(){return et(this).v()}grow(t){et(this).G(R("grow: bytes",t,1,K))}},rt=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,D.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(W)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[D,H].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(U)
r.set(J)
e.lora_adapt(s,0,1,1)
const n=o(G)
e.lora_free(s)
return i&&n}(et(t)),st="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ot=t=>"WebAssembly.Module"===y(t)
function it(t){const e=N("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:X(e.memory),simd:void 0===e.simd?void 0:j("simd",e.simd)}}function nt(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function at(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ot(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ht(t){if(ot(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function ct(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ut(t){const e=ot(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function dt(o){if(void 0!==o.simd&&!0!==o.simd)return
const i=function({frequent:t,text:o}){const i=new Uint8Array(128*(e.length-r+1)),n=e.length;(t=>[.../* @__PURE__ */new Set([...t,...Array.from({length:256},(t,e)=>e)])])(t).forEach((t,s)=>{const o=s<r?s:s-r,a=s<r?0:1+Math.floor(o/n)
i[128*a+e.charCodeAt(o%n)]=t})
const a=new Uint8Array(o.length)
let h=0
for(let t=0;t<o.length;t++){let e=o.charCodeAt(t)
if(10!==e){e>s&&(e=128*(e-s)+o.charCodeAt(++t))
a[h++]=i[e]}}return a.slice(0,h)}(t)
return ot(i)||WebAssembly.validate(i)?i:void 0}var lt=(t,e)=>new Engine(t,X(e.memory))
function mt(t,e){const r=lt(t,e)
rt(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){nt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ht(e)}(t.module)
return mt(await ct(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(await ct(r),t)
if(rt(e))return e}!0===t.simd&&d("LORA_E_SIMD",st)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",st,t)),o=lt(await ct(s),t)
rt(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return at(r,t,e)}}function ft(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function gt(t){void 0===Q&&function(t){Reflect.defineProperty(F,M,{value:t,configurable:!0})}(Q=t)
return Q}async function _t(t){const e=it(t)
if(void 0===Q){V??=pt(e).then(gt).finally(()=>V=void 0)
await V}return ft(Q,e)}function yt(t){const e=it(t)
return void 0!==Q?ft(Q,e):gt(function(t){nt()
let e
try{if(void 0!==t.module){e=ht(t.module)
return mt(ut(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(ut(r),t)
if(rt(e))return e}return d("LORA_E_SIMD",st)}catch(r){return at(r,t,e)}}(e))}async function bt(t){return pt(it(t))}var wt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=P(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[M]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,"one of init or createEngine",r,o)}("engine",0,r,tt,"LORA_E_OPTION"):B(Q??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=function(t,e,...r){const s=t.b[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.v().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&m(s,e)
t.w()
return s}(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?m(r,t):r}j(){0===this.d&&m(o.LORA_E_HANDLE,"after free()")}u(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.p()}}k(){return{}}p(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),vt=class extends wt{constructor(t,e,r,s){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,h=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=E("alpha",e.alpha),l=R("batch",e.batch,1,1024),m=S("optimizer",e.optimizer,c),p=e.optimizer,f=R("seed",e.seed,0,2**32-1),g=j("sharedIO",e.sharedIO),_=void 0!==o
this.H("lora_create",n,a,h,u,void 0===e.learningRate?this.c.b.lora_default_rate(m,n):L("learningRate",e.learningRate),m,f,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=h
this.alpha=u
this.batch=l
this.seed=f
this.sharedIO=g
this.residual=_
this.optimizer=p
try{this.q(i,{})}catch(t){this.u()
throw t}}f(t){return t}n(t,e,...r){return this.a(t,this.f(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=N("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.c.b.lora_set_option(this.d,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&m(e,r)}}I(t){const e=this.f(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.f(t),{A:s,B:o}=N("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
h<0&&m(h,"setWeights")}})}},Et=["sum","mean"],Rt={loss:"mse",delta:1,reduction:"sum"},Lt=class extends vt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
r=this.input
s=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.f(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.b.lora_forward(this.d,s,1,i)
n<0&&this.i(n,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.f(t),s=this.c
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.f(t),o=this.c,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.b.lora_forward(this.d,s,n,i?0:1)
a<0&&this.i(a,"forwardBatch",s)
this.s=n
if(i&&void 0===r)return
const h=this.aa(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.r.length===s&&this.r.byteOffset===r||(this.r=e.o(r,s))
return this.r}O(t,e){const r=this.f(t),s=this.c
let o=this.s
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,o){const i=this.f(t),n=this.c
let h=0,c=1,u=0
if(void 0!==o){const t=N("learn",o,Rt)
h=S("loss",t.loss,a)
u=I("reduction",t.reduction,Et)
c=function(t,e){const r=E(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta)
1===u&&2===h&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.g.set(e)
n.g.set(r,e.length)
const l=n.b.lora_learn(this.d,i,s,h,c,u)
l<-1&&this.i(l,"learn",i)
this.s=s
return l}P(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.f(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,E("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}m(t,e)}},It=B
function St(t){const e=It(t)
e.K()
return e}var jt=class extends z{constructor(t){super(t)
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
C(this)}get input(){return St(this).input}get output(){return St(this).output}get gradient(){return St(this).gradient}get inputs(){return St(this).inputs}get outputs(){return St(this).outputs}get gradients(){return St(this).gradients}get paramCount(){return It(this).a("param_count")}get learningRate(){return It(this).x}set learningRate(t){const e=L("learningRate",t)
It(this).q(i,{learningRate:e})}},$t="MicroLoRA",Nt=B,kt=class extends Lt{p(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends jt{constructor(t){const e=N($t,t,h)
super(new kt($t,e,1,0))}forward(t,e){return Nt(this).L(0,t,e)}adapt(t){Nt(this).M(0,t)}forwardBatch(t,e){return Nt(this).N(0,t,e)}adaptBatch(t){Nt(this).O(0,t)}learn(t,e,r){return Nt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Nt(this).P(0,t,e,r)}adaptWithReward(t){Nt(this).Q(0,t)}get deltaNorm(){return Nt(this).a("delta_norm",0)}get adaptCount(){return Nt(this).a("adapt_count",0)}get forwardCount(){return Nt(this).a("forward_count",0)}getWeights(){return Nt(this).I(0)}setWeights(t){
Nt(this).J(0,t)}reset(){Nt(this).a("reset",i)}},MicroLoRA=class extends Mt{static h=Y("MicroLoRA",this)},Ft=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),xt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),Ct=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Bt="ScopedLoRA",Tt=B,zt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=class extends Lt{constructor(t){
const e=N(Bt,t,zt),r=void 0===e.scopes?Pt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?xt:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${f(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${p(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=j("categoryFallback",e.categoryFallback)
super(Bt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(i)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}p(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(j("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ha.get(t)??d("LORA_E_SCOPE",`there is no scope ${p(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Dt=class extends jt{constructor(t){super(new Wt(t))}get scopes(){return Tt(this).scopes}get categories(){return Tt(this).categories}scopeName(t){const e=Tt(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){return Tt(this).L(t,e,r)}adapt(t,e){Tt(this).M(t,e)}forwardBatch(t,e,r){return Tt(this).N(t,e,r)}adaptBatch(t,e){Tt(this).O(t,e)}learn(t,e,r,s){return Tt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Tt(this).P(t,e,r,s)}adaptWithReward(t,e){Tt(this).Q(t,e)}deltaNorm(t){return Tt(this).n("delta_norm",t)}adaptCount(t){return Tt(this).n("adapt_count",t)}forwardCount(t){return Tt(this).n("forward_count",t)}get totalAdaptCount(){
return Tt(this).a("total_adapt_count")}get totalForwardCount(){return Tt(this).a("total_forward_count")}get categoryFallback(){return Tt(this).categoryFallback}set categoryFallback(t){Tt(this).Z(t)}getWeights(t){return Tt(this).I(t)}setWeights(t,e){Tt(this).J(t,e)}reset(t){const e=Tt(this)
e.a("reset",void 0===t?i:e.f(t))}},ScopedLoRA=class extends Dt{static h=Y("ScopedLoRA",this)},Ht="TrajectoryBuffer",Jt=B,Ut=2**32-1,Gt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const r=E(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Yt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Qt=class extends wt{constructor(t){const e=N(Ht,t,Gt)
super(Ht,e.engine)
this.capacity=R("capacity",e.capacity,1,Ut)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}p(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static h=Y(Ht,this)
constructor(t){const e=new Qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
C(this)}record(t,e,r,s,o){const i=Jt(this)
A("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",o)
const{b:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.d,e,r,s,o)
h<0&&m(h,"record")}get length(){return Jt(this).a("trajectory_length")}get totalCount(){return Jt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Jt(this).a("trajectory_success_rate")}get bestImprovement(){return Jt(this).a("trajectory_best_improvement")}get meanImprovement(){return Jt(this).a("trajectory_mean_improvement")}get variance(){return Jt(this).a("trajectory_variance")}get bestAttention(){return Jt(this).a("trajectory_best_attention")}
highQualityCount(t){return Jt(this).a("trajectory_high_quality_count",E("threshold",t))}countByOperator(t){const e=Jt(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Jt(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Jt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=S("statistics: by",t,Yt),r=(t,r)=>Jt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Ut)
const r=N("sample",e,{by:"uniform",seed:1}),s=1===I("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Jt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Jt(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Kt=class{constructor(t,e){this.h=t
this.e=e}l(){return B(this.e).l()}u(){this.e.free()}},Zt=class extends Kt{#e
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
void 0===t?this.#i=[]:this.#i[t]=0}},Xt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),te=B,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(Xt(t,e,r))
super(new Zt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(){te(this).forward(0)}forward_array(t){return te(this).forwardArray(0,t)}adapt(){te(this).prepare(0)
te(this).e.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,te(this).e.dim)
te(this).prepare(0)
te(this).e.adapt(e)}adapt_with_reward(t){te(this).prepare(0)
te(this).e.adaptWithReward(t)}delta_norm(){return te(this).e.deltaNorm}adapt_count(){return BigInt(te(this).e.adaptCount)}forward_count(){return BigInt(te(this).e.forwardCount-te(this).hidden(0))}param_count(){return te(this).e.paramCount}dim(){return te(this).e.dim}reset(){te(this).e.reset()
te(this).reset()}},ee=B,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(Xt(t,e,r))
super(new Zt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(t){ee(this).forward(t)}forward_array(t,e){return ee(this).forwardArray(t,e)}adapt(t){ee(this).prepare(t)
ee(this).e.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,ee(this).e.dim)
ee(this).prepare(t)
ee(this).e.adapt(t,r)}adapt_with_reward(t,e){ee(this).prepare(t)
ee(this).e.adaptWithReward(t,e)}delta_norm(t){return ee(this).e.deltaNorm(t)}adapt_count(t){return BigInt(ee(this).e.adaptCount(t))}forward_count(t){return BigInt(ee(this).e.forwardCount(t)-ee(this).hidden(t))}total_adapt_count(){return BigInt(ee(this).e.totalAdaptCount)}total_forward_count(){return BigInt(ee(this).e.totalForwardCount-ee(this).hiddenInAll)}set_category_fallback(t){ee(this).e.categoryFallback=t
ee(this).forget()}reset_scope(t){ee(this).e.reset(t)
ee(this).reset(t)}reset_all(){ee(this).e.reset()
ee(this).reset()}},re=t=>B(t).e,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Kt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,re(this).dim)
re(this).record(i,e,r,s,o)}success_rate(){return re(this).successRate}best_improvement(){return re(this).bestImprovement}mean_improvement(){return re(this).meanImprovement}variance(){return re(this).variance}best_attention(){return re(this).bestAttention}high_quality_count(t){return re(this).highQualityCount(t)}count_by_operator(t){return re(this).countByOperator(t)}len(){return re(this).length}total_count(){return BigInt(re(this).totalCount)}is_empty(){return re(this).isEmpty}reset(){
re(this).reset()}}
export{xt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,Ct as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,bt as createEngine,_t as default,yt as initSync}

